import type { LabelValues } from '#promql/metric/match.js';
import type { Metric } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { sum, topk } from '#promql/vector/aggregate.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { rate } from '#promql/vector/select.js';
import { byOwnLabels } from './own-labels.js';

/** Where a counter grows fastest, a second: which endpoint, which model. */
export const mostOf = <V extends LabelValues>(
  counter: Metric<'counter', V, 'count'>,
  window: Window,
  by: readonly string[] = [],
) => topk(10, sum(rate(counter, window), byOwnLabels(counter, by)));

/** Where 95 of 100 take longest. */
export const slowestOf = <V extends LabelValues>(
  histogram: Metric<'histogram', V, 'seconds'>,
  window: Window,
  by: readonly string[] = [],
) => topk(10, histogramQuantile(0.95, histogram, window, byOwnLabels(histogram, by)));
