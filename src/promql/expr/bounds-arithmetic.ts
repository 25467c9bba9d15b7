/** The least and the greatest value that an expression can take; infinite where nothing limits it. */
export type Bounds = readonly [least: number, greatest: number];

/** Nothing limits the value. */
export const anything: Bounds = [-Infinity, Infinity];
/** 0 or anything over it. */
export const notNegative: Bounds = [0, Infinity];

/** Bounds of what was computed: no number at all limits nothing. */
const bounds = (least: number, greatest: number): Bounds => [
  Number.isNaN(least) ? -Infinity : least,
  Number.isNaN(greatest) ? Infinity : greatest,
];

/** What a sum, difference or product of values within the bounds can be. */
export const plus = (a: Bounds, b: Bounds): Bounds => bounds(a[0] + b[0], a[1] + b[1]);
export const minus = (a: Bounds, b: Bounds): Bounds => bounds(a[0] - b[1], a[1] - b[0]);

export const times = (a: Bounds, b: Bounds): Bounds => {
  const corners = a.flatMap((x) => b.map((y) => (x === 0 || y === 0 ? 0 : x * y)));
  return [Math.min(...corners), Math.max(...corners)];
};

/** Divided by what may be 0, all but the sign is open. */
export const over = (a: Bounds, b: Bounds): Bounds => {
  if (b[0] > 0 || b[1] < 0) return times(a, [1 / b[1], 1 / b[0]]);
  return a[0] >= 0 && b[0] >= 0 ? notNegative : anything;
};

/** Powers: of numbers that are known, of what is not negative, and of what is at least 1, which stays so. */
export const raised = (a: Bounds, b: Bounds): Bounds => {
  if (a[0] === a[1] && b[0] === b[1]) return bounds(a[0] ** b[0], a[0] ** b[0]);
  if (a[0] < 0) return anything;
  return a[0] >= 1 && b[0] >= 0 ? [1, Infinity] : notNegative;
};

/** What is left of a division has the sign of what was divided, and is less than the divisor. */
export const remainder = (a: Bounds, b: Bounds): Bounds => {
  const most = Math.min(Math.max(-b[0], b[1]), Math.max(-a[0], a[1]));
  return [a[0] >= 0 ? 0 : -most, a[1] <= 0 ? 0 : most];
};

/** What lies in both. */
export const within = (a: Bounds, b: Bounds): Bounds => [Math.max(a[0], b[0]), Math.min(a[1], b[1])];

/** What lies in either. */
export const either = (a: Bounds, b: Bounds): Bounds => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

/** Values brought between two others. */
export const clamped = (a: Bounds, least: number, greatest: number): Bounds => [
  Math.min(Math.max(a[0], least), greatest),
  Math.min(Math.max(a[1], least), greatest),
];

/** Any number of values added up, at least one. */
export const summed = ([least, greatest]: Bounds): Bounds => [
  least >= 0 ? least : -Infinity,
  greatest <= 0 ? greatest : Infinity,
];
