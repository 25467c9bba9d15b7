import type { AnyMetric } from '#promql/metric/metric.js';
import type { By } from '#promql/vector/aggregate.js';

/**
 * Grouping by the labels that the application sets, and by these. They are some of the metric's labels, though TypeScript
 * does not know them by name: the type of the result has none.
 */
export const byOwnLabels = ({ info }: AnyMetric, by: readonly string[] = []): By<never> => {
  const labels: readonly string[] = [...new Set([...by, ...info.ownLabels])];
  return { by: labels as readonly never[] };
};
