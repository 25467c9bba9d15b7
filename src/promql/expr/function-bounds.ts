import { type Call, type Expr, walk } from './ast.js';
import { type Bounds, anything, clamped, notNegative, summed } from './bounds-arithmetic.js';

/** What a function makes of nothing but time, or of whether there are series. */
const fixed: Readonly<Record<string, Bounds>> = {
  hour: [0, 23],
  minute: [0, 59],
  day_of_week: [0, 6],
  day_of_month: [1, 31],
  day_of_year: [1, 366],
  days_in_month: [28, 31],
  month: [1, 12],
  absent: [1, 1],
  absent_over_time: [1, 1],
  present_over_time: [1, 1],
  count_over_time: [1, Infinity],
  sgn: [-1, 1],
  time: notNegative,
  pi: [Math.PI, Math.PI],
  histogram_count: notNegative,
  histogram_fraction: [0, 1],
  histogram_stddev: notNegative,
  histogram_stdvar: notNegative,
};
const neverNegative = /^(i?rate|increase|resets|changes|abs|exp|sqrt|std(dev|var)_over_time)$/;
const keepsValues =
  /^(avg|min|max|last|first)_over_time$|^(vector|scalar|label_(replace|join)|sort(_desc)?)$/;

/** What values a function can make of its arguments, each given with its own bounds. */
export const boundsOfCall = ({ function: name, args }: Call, given: readonly Bounds[]): Bounds => {
  const known = fixed[name];
  if (known) return known;
  if (neverNegative.test(name)) return notNegative;
  const [first, second, third] = given;
  const inner = (name === 'quantile_over_time' ? second : first) ?? anything;
  if (keepsValues.test(name)) return inner;
  switch (name) {
    case 'year':
      return args.length === 0 ? [1970, Infinity] : anything;
    case 'histogram_quantile':
      return ofQuantile(first, args[1] ? ofBuckets(args[1]) : anything);
    case 'quantile_over_time':
      return ofQuantile(first, inner);
    case 'sum_over_time':
      return summed(inner);
    case 'clamp':
      return clamped(inner, second?.[0] ?? -Infinity, third?.[1] ?? Infinity);
    case 'clamp_min':
      return clamped(inner, second?.[0] ?? -Infinity, Infinity);
    case 'clamp_max':
      return clamped(inner, -Infinity, second?.[1] ?? Infinity);
    case 'ceil':
      return [Math.ceil(inner[0]), Math.ceil(inner[1])];
    case 'floor':
      return [Math.floor(inner[0]), Math.floor(inner[1])];
    default:
      return anything;
  }
};

/** Quantiles of values within bounds. One under 0 is an infinity, and so is one over 1: a percentage that is taken for one. */
export const ofQuantile = (quantile: Bounds | undefined, inner: Bounds): Bounds => {
  const [least, greatest] = quantile ?? anything;
  if (greatest < 0) return [-Infinity, -Infinity];
  if (least > 1) return [Infinity, Infinity];
  return least >= 0 && greatest <= 1 ? inner : anything;
};

/**
 * A quantile reads at most the upper edge of the last finite bucket, whatever lies above it; and at least 0 where the
 * first edge is over 0, since Prometheus then takes the first bucket to begin there.
 */
const ofBuckets = (expr: Expr): Bounds => {
  const edges = [...walk(expr)].flatMap((each) =>
    each.type === 'selector' ? (each.metric.buckets ?? []) : [],
  );
  if (edges.length === 0) return anything;
  return [Math.min(...edges) > 0 ? 0 : -Infinity, Math.max(...edges)];
};
