import { isTrueAt, numberAt, oneOf, textAt, valueAt } from '#browser/frame/read.js';

/** How a series is drawn, as `custom` of its field has it. */
export interface Style {
  readonly draw: 'line' | 'bars' | 'points';
  readonly width: number;
  /** Percent. */
  readonly fill: number;
  readonly gradient: 'none' | 'opacity' | 'hue' | 'scheme';
  readonly interpolation: 'linear' | 'smooth' | 'stepBefore' | 'stepAfter';
  readonly dash: readonly number[] | undefined;
  readonly points: 'auto' | 'never' | 'always';
  readonly pointSize: number;
  /** Whether gaps are drawn over: all of them, or those of at most so many milliseconds. */
  readonly spanNulls: boolean | number;
  readonly stacking: 'none' | 'normal' | 'percent';
  readonly group: string;
  readonly isNegative: boolean;
  readonly barWidth: number;
  readonly barAlignment: -1 | 0 | 1;
  readonly below: string | undefined;
  readonly isHidden: { readonly viz: boolean; readonly legend: boolean; readonly tooltip: boolean };
}

const dashOf = (custom: unknown): readonly number[] | undefined => {
  const fill = textAt(custom, 'lineStyle', 'fill');
  if (fill !== 'dash' && fill !== 'dot') return undefined;
  const given = valueAt(custom, 'lineStyle', 'dash');
  const dash = Array.isArray(given) ? given.filter((length) => typeof length === 'number') : [];
  return dash.length > 0 ? dash : fill === 'dot' ? [0, 10] : [10, 10];
};

export const styleOf = (custom: unknown): Style => {
  const nulls = valueAt(custom, 'spanNulls');
  const alignment = numberAt(custom, 'barAlignment');
  return {
    draw: oneOf(['line', 'bars', 'points'], custom, 'drawStyle'),
    width: numberAt(custom, 'lineWidth') ?? 1,
    fill: numberAt(custom, 'fillOpacity') ?? 0,
    gradient: oneOf(['none', 'opacity', 'hue', 'scheme'], custom, 'gradientMode'),
    interpolation: oneOf(['linear', 'smooth', 'stepBefore', 'stepAfter'], custom, 'lineInterpolation'),
    dash: dashOf(custom),
    points: oneOf(['auto', 'never', 'always'], custom, 'showPoints'),
    pointSize: numberAt(custom, 'pointSize') ?? 5,
    spanNulls: typeof nulls === 'number' ? nulls : nulls === true,
    stacking: oneOf(['none', 'normal', 'percent'], custom, 'stacking', 'mode'),
    group: textAt(custom, 'stacking', 'group') ?? 'A',
    isNegative: textAt(custom, 'transform') === 'negative-Y',
    barWidth: numberAt(custom, 'barWidthFactor') ?? 0.6,
    barAlignment: alignment === -1 || alignment === 1 ? alignment : 0,
    below: textAt(custom, 'fillBelowTo'),
    isHidden: {
      viz: isTrueAt(custom, 'hideFrom', 'viz'),
      legend: isTrueAt(custom, 'hideFrom', 'legend'),
      tooltip: isTrueAt(custom, 'hideFrom', 'tooltip'),
    },
  };
};
