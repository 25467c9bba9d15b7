import { keyed } from '#ground/keyed.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import type { Behaviour } from './behaviour.js';
import { fixedLabel } from './fixed-label.js';

/** Labels of one alert of several in a proof: what the metric is narrowed to, else a value that says of which label it is. */
export const oneOf = <L extends string>(metric: AnyMetric, by: readonly L[]): Readonly<Record<L, string>> =>
  keyed(by, (label) => fixedLabel(metric, label) ?? `this-${label}`);

/** A series with labels whose names only the application knows. */
export const withLabels =
  (labels: Readonly<Record<string, string>>) =>
  (behaviour: Behaviour): Behaviour => ({ ...behaviour, labels: { ...behaviour.labels, ...labels } });
