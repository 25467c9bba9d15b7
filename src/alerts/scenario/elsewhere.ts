import type { AnyMetric } from '#promql/metric/metric.js';
import { type Behaviour, type Course, exists } from './behaviour.js';

/** What somebody else tells of a metric all the time: for each label by which it is narrowed a series of whoever differs in that alone. */
export const elsewhere = (
  metric: AnyMetric,
  labels: Readonly<Record<string, string>> = {},
): readonly Behaviour[] => ofOthers(metric, labels, 1);

/** The same of a gauge that holds this for them. */
export const ofOthers = (
  metric: AnyMetric,
  labels: Readonly<Record<string, string>>,
  value: Course,
): readonly Behaviour[] =>
  metric.matchers.map(({ label }) => exists(metric, { ...labels, [label]: 'somebody-else' }, value));
