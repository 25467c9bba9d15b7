import { fit } from '#browser/panel/big/fit.js';

export interface Texts {
  readonly title: string;
  readonly value: string;
  /** How its value changed, where it is shown. */
  readonly change: string;
}

export interface StatLayout {
  /** Side by side, or the title above the value. */
  readonly isWide: boolean;
  readonly titleSize: number;
  readonly valueSize: number;
  readonly changeSize: number;
  /** Of the small chart at the bottom; 0 where there is none. */
  readonly chartHeight: number;
}

interface StatRoom {
  readonly width: number;
  readonly height: number;
  readonly family: string;
  readonly hasChart: boolean;
  /** Whether it may stand side by side where it is wide. */
  readonly mayBeWide: boolean;
  /** The longest value and title of all that stand beside each other, so that they have letters of one size. */
  readonly longest: Texts;
}

const largestTitle = 30;
/** Smaller letters nobody reads: a longer title ends in an ellipsis. */
const smallestTitle = 12;

/** How large title, value and small chart of a stat are: as large as fits, as Grafana's are. */
export const layoutOf = ({ width, height, family, hasChart, mayBeWide, longest }: StatRoom): StatLayout => {
  const { title, value, change } = longest;
  const isWide = mayBeWide && width / height > 2.5 && title !== '';
  const chartHeight = hasChart ? height * (isWide ? 0.5 : height > 100 ? 0.4 : 0.25) : 0;
  const textHeight = height - chartHeight;
  const ofValue = (room: { readonly width: number; readonly height: number }) =>
    fit({ ...room, text: value, family, weight: 500 });
  const ofTitle = (room: { readonly width: number; readonly height: number }) =>
    title === '' ? 0 : Math.max(smallestTitle, fit({ ...room, text: title, family, most: largestTitle }));
  if (isWide) {
    const [forTitle, forValue] = hasChart ? [0.5, 0.5] : [0.6, 0.4];
    return {
      isWide,
      chartHeight,
      titleSize: Math.min(ofTitle({ width: width * forTitle, height: textHeight }), 20),
      valueSize: ofValue({ width: width * forValue, height: textHeight * (change === '' ? 1 : 0.7) }),
      changeSize: change === '' ? 0 : Math.max(10, textHeight * 0.2),
    };
  }
  const titleRoom = title === '' ? 0 : Math.max(textHeight * (hasChart ? 0.3 : 0.25), 14);
  const titleSize = ofTitle({ width, height: titleRoom });
  const changeSize = change === '' ? 0 : Math.max(10, textHeight * 0.15);
  const left = textHeight - titleSize * 1.2 - changeSize * 1.2;
  return { isWide, chartHeight, titleSize, changeSize, valueSize: ofValue({ width, height: left }) };
};
