/** A piece of a ring in pixels; angles in turns, clockwise from the right. */
interface Ring {
  readonly x: number;
  readonly y: number;
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
}

const written = (value: number): string => Number(value.toFixed(2)).toString();

const point = (x: number, y: number, radius: number, turns: number): string =>
  `${written(x + radius * Math.cos(turns * 2 * Math.PI))} ${written(y + radius * Math.sin(turns * 2 * Math.PI))}`;

const arc = (radius: number, isLarge: boolean, isClockwise: boolean, end: string): string =>
  `A${written(radius)} ${written(radius)} 0 ${isLarge ? 1 : 0} ${isClockwise ? 1 : 0} ${end}`;

/** The path of SVG of a piece of a ring; of a piece of a pie where the ring has no hole. */
export const ringPath = ({ x, y, inner, outer, from, to: end }: Ring): string => {
  // Whole turns have no direction: an arc that ends where it begins is none.
  const to = Math.min(end, from + 0.9999);
  const isLarge = to - from > 0.5;
  const outside = `M${point(x, y, outer, from)}${arc(outer, isLarge, true, point(x, y, outer, to))}`;
  if (inner === 0) return `${outside}L${written(x)} ${written(y)}Z`;
  return `${outside}L${point(x, y, inner, to)}${arc(inner, isLarge, false, point(x, y, inner, from))}Z`;
};

/** The middle of a piece, where its label stands. */
export const middleOf = ({ x, y, inner, outer, from, to }: Ring): readonly [x: number, y: number] => {
  const turns = ((from + to) / 2) * 2 * Math.PI;
  const radius = inner === 0 ? outer * 0.65 : (inner + outer) / 2;
  return [x + radius * Math.cos(turns), y + radius * Math.sin(turns)];
};

export interface Slice {
  readonly from: number;
  readonly to: number;
  /** Of the whole, from 0 to 1. */
  readonly share: number;
}

/** What each value has of a whole, as angles in turns from the top; what is not above zero has nothing. */
export const slicesOf = (values: readonly number[]): readonly Slice[] => {
  const positive = values.map((value) => (value > 0 && Number.isFinite(value) ? value : 0));
  const whole = positive.reduce((sum, value) => sum + value, 0);
  let from = -0.25;
  return positive.map((value) => {
    const share = whole === 0 ? 0 : value / whole;
    const slice = { from, to: from + share, share };
    from += share;
    return slice;
  });
};
