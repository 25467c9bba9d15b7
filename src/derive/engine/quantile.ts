/** What is no number comes before all numbers. */
const ascending = (a: number, b: number): number =>
  Number.isNaN(a) ? -1 : Number.isNaN(b) ? 1 : a === b ? 0 : a < b ? -1 : 1;

/**
 * The quantile of values, between two of them in proportion,
 * https://github.com/prometheus/prometheus/blob/v3.5.0/promql/quantile.go.
 */
export const quantileOf = (q: number, values: readonly number[]): number => {
  if (values.length === 0 || Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const sorted = [...values].sort(ascending);
  const rank = q * (sorted.length - 1);
  const lower = Math.max(0, Math.floor(rank));
  const upper = Math.min(sorted.length - 1, lower + 1);
  const weight = rank - Math.floor(rank);
  return (sorted[lower] ?? NaN) * (1 - weight) + (sorted[upper] ?? NaN) * weight;
};

/** The median of how far values are from their median. */
export const medianDeviationOf = (values: readonly number[]): number => {
  const median = quantileOf(0.5, values);
  return quantileOf(
    0.5,
    values.map((value) => Math.abs(value - median)),
  );
};
