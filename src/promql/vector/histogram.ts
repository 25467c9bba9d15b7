import { insteadOfObserved, readOf } from '#promql/metric/kind.js';
import { type Expr, call } from '#promql/expr/ast.js';
import type { LabelValues } from '#promql/metric/match.js';
import type { Metric } from '#promql/metric/metric.js';
import { bucketsOf, countOf, sumOf, upTo } from '#promql/metric/parts.js';
import { isNative } from '#promql/metric/storage.js';
import type { Countable, PerSecond } from '#promql/unit/arithmetic.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Window } from '#promql/unit/window.js';
import { type By, grouping, noLabels, sum } from './aggregate.js';
import { complement, divide, multiply, subtract } from './arithmetic.js';
import { positive } from './compare.js';
import {
  histogramAvg,
  histogramCount,
  histogramFraction,
  histogramSum,
  nativeIncrease,
  nativeQuantile,
  nativeRate,
} from './native-histogram.js';
import { operation } from './operation.js';
import { probability } from './probability.js';
import { increase, rate } from './select.js';
import { or } from './set.js';
import { type Vector, typedVector } from './vector.js';

// What a histogram observed, however it is stored: each of these reads a classic histogram by its buckets, sum and count, and a native
// one by its own functions. So packs, SLOs and panels are written once.

type Histogram<V extends LabelValues, U extends Unit = Unit> = Metric<'histogram', V, U>;

/**
 * The φ-quantile (0 to 1) of what a histogram observed in the window, in the histogram's unit. It cannot exceed the
 * last finite bucket.
 */
export const histogramQuantile = <
  V extends LabelValues,
  U extends Unit,
  const B extends keyof V & string = never,
>(
  quantile: number,
  histogram: Histogram<V, U>,
  window: Window,
  { by }: By<B> = noLabels,
): Vector<NoInfer<B>, U> => {
  readOf('histogramQuantile', ['histogram'], histogram, insteadOfObserved);
  const { name, unit } = histogram.info;
  const phi = probability(quantile, `histogramQuantile(${quantile}, ${name})`);
  if (isNative(histogram.info)) return nativeQuantile(quantile, nativeRate(histogram, window, { by }));
  const { expr } = rate(bucketsOf(histogram), window);
  const perBucket: Expr = {
    type: 'aggregation',
    operator: 'sum',
    expr,
    ...grouping({ expr }, ['le', ...by]),
  };
  return typedVector({ expr: call('histogram_quantile', phi, perBucket), labels: by, unit });
};

/** How many observations there were a second, over the window. */
export const observationRate = <V extends LabelValues, const B extends keyof V & string = never>(
  histogram: Histogram<V>,
  window: Window,
  { by }: By<B> = noLabels,
): Vector<NoInfer<B>, 'perSecond'> =>
  isNative(histogram.info)
    ? histogramCount(nativeRate(histogram, window, { by }))
    : sum(rate(countOf(histogram), window), { by });

/** How many observations there were in the window, extrapolated to its edges. */
export const observations = <V extends LabelValues, const B extends keyof V & string = never>(
  histogram: Histogram<V>,
  window: Window,
  { by }: By<B> = noLabels,
): Vector<NoInfer<B>, 'count'> =>
  isNative(histogram.info)
    ? histogramCount(nativeIncrease(histogram, window, { by }))
    : sum(increase(countOf(histogram), window), { by });

/** All that was observed a second, added up: of durations how many seconds of them there were in each second. */
export const observedRate = <
  V extends LabelValues,
  U extends Countable,
  const B extends keyof V & string = never,
>(
  histogram: Histogram<V, U>,
  window: Window,
  { by }: By<B> = noLabels,
): Vector<NoInfer<B>, PerSecond<U>> =>
  isNative(histogram.info)
    ? histogramSum(nativeRate(histogram, window, { by }))
    : typedVector(sum(rate(sumOf(histogram), window), { by }));

/**
 * The share of observations over an edge. Of a classic histogram it must be an edge of its buckets; of a native one it is exact at an edge,
 * else as if observations were spread over the bucket in which it lies.
 */
export const shareOver = <V extends LabelValues, const B extends keyof V & string = never>(
  histogram: Histogram<V>,
  edge: number,
  window: Window,
  { by }: By<B> = noLabels,
): Vector<NoInfer<B>, 'ratio'> =>
  complement(
    isNative(histogram.info)
      ? histogramFraction(-Infinity, edge, nativeRate(histogram, window, { by }))
      : divide(
          sum(rate(upTo(histogram, edge), window), { by }),
          sum(rate(countOf(histogram), window), { by }),
        ),
  );

/**
 * How many observations of the window lie over an edge, as `shareOver` tells them apart: 0 where there are none at all, of which there is no
 * share.
 *
 * @param count how many there were in the window, where that is recorded; else it is asked of the histogram
 */
export const observationsOver = <V extends LabelValues, const B extends keyof V & string = never>(
  histogram: Histogram<V>,
  edge: number,
  window: Window,
  { by }: By<B> = noLabels,
  count: Vector<NoInfer<B>, 'count'> = observations(histogram, window, { by }),
): Vector<NoInfer<B>, 'count'> => {
  if (!isNative(histogram.info)) return subtract(count, sum(increase(upTo(histogram, edge), window), { by }));
  const within = histogramFraction(-Infinity, edge, nativeIncrease(histogram, window, { by }));
  return or(multiply(complement(within), positive(count)), multiply(count, 0));
};

/** The mean of what was observed, of a histogram or a summary: nothing where nothing was. */
export const meanObserved = <
  V extends LabelValues,
  U extends Countable,
  const B extends keyof V & string = never,
>(
  metric: Metric<'histogram' | 'summary', V, U>,
  window: Window,
  { by }: By<B> = noLabels,
): Vector<NoInfer<B>, U> => {
  if (isNative(metric.info)) return histogramAvg(nativeRate(metric, window, { by }));
  const all = sum(rate(sumOf(metric), window), { by });
  const count = sum(rate(countOf(metric), window), { by });
  const { expr } = operation(all, '/', count);
  return typedVector({ expr, labels: by, unit: metric.info.unit });
};
