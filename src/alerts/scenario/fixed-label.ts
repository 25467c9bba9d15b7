import type { AnyMetric } from '#promql/metric/metric.js';

/** The one value of a label to which a metric is narrowed; nothing where several are left. */
export const fixedLabel = ({ matchers }: AnyMetric, label: string): string | undefined =>
  matchers.find((matcher) => matcher.label === label && matcher.operator === '=')?.value;
