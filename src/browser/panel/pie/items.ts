import { type FieldDisplay, formattedValueToString } from '@grafana/data';
import { type Calculated } from '#browser/panel/legend/item.js';
import { type Slice, slicesOf } from '#browser/panel/round/arc.js';
import { word } from '#browser/panel/words.js';

/** A part of a pie. */
export interface Piece {
  readonly name: string;
  readonly colour: string;
  readonly text: string;
  readonly percent: string;
  readonly numeric: number;
  readonly slice: Slice;
  readonly isHidden: boolean;
}

const percentOf = (share: number): string => {
  const percent = share * 100;
  return `${percent > 0 && percent < 1 ? percent.toFixed(1) : Math.round(percent)}%`;
};

/** The parts of a pie, the largest first; those that are hidden have no share of it. */
export const piecesOf = (
  values: readonly FieldDisplay[],
  isHidden: (name: string) => boolean,
  sort: 'desc' | 'asc' | 'none',
): readonly Piece[] => {
  const sign = sort === 'asc' ? 1 : -1;
  const inOrder =
    sort === 'none'
      ? values
      : [...values].sort((a, b) => sign * (a.display.numeric - b.display.numeric) || 0);
  const names = inOrder.map(({ display }) => display.title ?? '');
  const slices = slicesOf(
    inOrder.map(({ display }, index) => (isHidden(names[index] ?? '') ? 0 : display.numeric)),
  );
  return inOrder.map(({ display }, index) => {
    const slice = slices[index] ?? { from: 0, to: 0, share: 0 };
    const name = names[index] ?? '';
    return {
      ...{ name, slice, numeric: display.numeric },
      colour: display.color ?? 'gray',
      text: formattedValueToString(display),
      percent: percentOf(slice.share),
      isHidden: isHidden(name),
    };
  });
};

/** What the legend of a pie says of a part. */
export const calculatedOf = (
  { text, percent, numeric, slice }: Piece,
  values: readonly string[],
  language: 'ko' | 'en',
): readonly Calculated[] => [
  ...(values.includes('value') ? [{ title: word(language, 'value'), text, numeric }] : []),
  ...(values.includes('percent')
    ? [{ title: word(language, 'percent'), text: percent, numeric: slice.share }]
    : []),
];
