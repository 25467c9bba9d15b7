import type { MetricInfo } from '../promql/metric/metric.js';

/** An observation, and what a quantile over nothing but such observations reads. */
export interface Observation {
  readonly size: number;
  readonly reads: number;
}

/**
 * Observations at the boundary of a limit: of the buckets of a histogram the lowest in which a quantile reads more than
 * the limit, and the highest in which it does not. `histogram_quantile` interpolates within a bucket.
 *
 * @throws Error when the limit lies outside what the buckets can tell.
 */
export const aroundLimit = (
  quantile: number,
  { name, buckets = [] }: MetricInfo,
  limit: number,
): { readonly over: Observation; readonly under: Observation } => {
  const observations = buckets.map((upper, i) => {
    const lower = buckets[i - 1] ?? 0;
    return { size: upper, reads: lower + (upper - lower) * quantile };
  });
  const over = observations.find(({ reads }) => reads > limit);
  const under = observations.findLast(({ reads }) => reads <= limit);
  if (!over || !under) {
    throw new Error(
      `${name}: no bucket lies ${over ? 'under' : 'over'} the limit of ${limit} (edges ${buckets.join(', ')}); choose a limit between them`,
    );
  }
  return { over, under };
};
