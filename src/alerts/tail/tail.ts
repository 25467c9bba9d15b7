import type { Duration } from '#ground/duration.js';
import type { Histogram } from '#promql/metric/metric.js';
import { type Limit, ratio, seconds } from '#promql/unit/limit.js';
import type { Window } from '#promql/unit/window.js';
import { compare } from '#promql/vector/compare.js';
import { histogramQuantile, observationRate, shareOver } from '#promql/vector/histogram.js';
import type { Vector } from '#promql/vector/vector.js';
import { type Condition, above } from '#alerts/rule/condition.js';

/** Durations of which only so many may be long: `quantile: 0.95` of them stay under a limit. */
export interface Tail<L extends string> {
  readonly duration: Histogram<L, 'seconds'>;
  readonly quantile: number;
  /** What is told apart; by default all durations are one. */
  readonly by?: readonly L[];
}

/** What the quantile's share stays under, as it is drawn. At an edge of the buckets it is exact, else spread evenly between two. */
export const quantileOver = <L extends string>({ duration, quantile, by = [] }: Tail<L>, window: Window) =>
  histogramQuantile(quantile, duration, window, { by });

/** There is a series where there are enough of them for a share to mean something. */
export const enoughTimed = <L extends string>(
  { duration, by = [] }: Tail<L>,
  least: Limit<'perSecond'>,
  window: Duration,
): Vector<L, 'perSecond'> => compare(observationRate(duration, window, { by }), '>', least);

/** The share that may be longer. */
export const shareOf = ({ quantile }: Pick<Tail<never>, 'quantile'>): Limit<'ratio'> =>
  ratio(Number((1 - quantile).toPrecision(12)));

/**
 * Where durations are told apart for a limit: at the limit where the buckets have an edge there, else at the next one. What lies between
 * two edges may be on either side of a limit between them, and `histogram_quantile` would make up on which. A native histogram has no edges
 * of its own and buckets so narrow that they are told apart at the limit itself.
 */
export const edgeFor = ({ duration }: Pick<Tail<never>, 'duration'>, { value }: Limit<'seconds'>) =>
  seconds(duration.info.buckets?.find((edge) => edge >= value) ?? value);

/**
 * More than the share that may be are longer than a limit: which is what a quantile over it means, but counted. `P95 > 2s` alone would
 * hold where everything takes 1.2 s and the edges are 1 and 2.5.
 */
export const tooLong = <L extends string>(
  tail: Tail<L>,
  limit: Limit<'seconds'>,
  window: Duration,
): Condition<L, 'seconds'> => {
  const { duration, by = [] } = tail;
  const edge = edgeFor(tail, limit);
  return {
    ...above(quantileOver(tail, window), limit),
    counted: { ...above(shareOver(duration, edge.value, window, { by }), shareOf(tail)), line: edge },
  };
};
