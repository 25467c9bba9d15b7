import type { MetricInfo } from './metric.js';

/** What is known of series of which only labels are given, `{job="x"}`: they may be of any of these metrics. */
export const anyOf = (metrics: readonly MetricInfo[]): MetricInfo => ({
  name: '',
  kind: 'gauge',
  help: '',
  unit: 'count',
  labels: [...new Set(['__name__', ...metrics.flatMap(({ labels }) => labels)])],
  ownLabels: [],
  values: { __name__: metrics.map(({ name }) => name) },
});
