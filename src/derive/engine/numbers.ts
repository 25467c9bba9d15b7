// An infinity is the least or the greatest even beside what is no number, as in Go.
const lesser = (a: number, b: number): number =>
  a === -Infinity || b === -Infinity ? -Infinity : Math.min(a, b);
const greater = (a: number, b: number): number =>
  a === Infinity || b === Infinity ? Infinity : Math.max(a, b);

/** Functions of a number, and of some that stand beside it: `clamp(x, 0, 1)`. */
export const numberFunctions: ReadonlyMap<string, (value: number, numbers: readonly number[]) => number> =
  new Map<string, (value: number, numbers: readonly number[]) => number>([
    ['abs', Math.abs],
    ['ceil', Math.ceil],
    ['floor', Math.floor],
    ['exp', Math.exp],
    ['ln', Math.log],
    ['log2', Math.log2],
    ['log10', Math.log10],
    ['sqrt', Math.sqrt],
    ['sgn', Math.sign],
    ['sin', Math.sin],
    ['cos', Math.cos],
    ['tan', Math.tan],
    ['asin', Math.asin],
    ['acos', Math.acos],
    ['atan', Math.atan],
    ['sinh', Math.sinh],
    ['cosh', Math.cosh],
    ['tanh', Math.tanh],
    ['asinh', Math.asinh],
    ['acosh', Math.acosh],
    ['atanh', Math.atanh],
    ['rad', (value) => (value * Math.PI) / 180],
    ['deg', (value) => (value * 180) / Math.PI],
    // Half of a step is rounded up, and by the inverse, as Prometheus does.
    ['round', (value, [to = 1]) => Math.floor(value * (1 / to) + 0.5) / (1 / to)],
    ['clamp', (value, [least = NaN, greatest = NaN]) => greater(least, lesser(greatest, value))],
    ['clamp_min', (value, [least = NaN]) => greater(least, value)],
    ['clamp_max', (value, [greatest = NaN]) => lesser(greatest, value)],
  ]);
