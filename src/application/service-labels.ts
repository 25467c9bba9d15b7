import { type Fault, refuse } from '#ground/fault.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { isTargetLabel } from '#promql/metric/label.js';
import type { LabelValues } from '#promql/metric/match.js';
import { type AnyMetric, type Kind, Metric } from '#promql/metric/metric.js';
import { isLegacyLabelName } from '#promql/metric/spelling.js';
import type { Unit } from '#promql/unit/unit.js';

type WithLabels<M extends AnyMetric, L extends string> =
  M extends Metric<infer K extends Kind, infer V extends LabelValues, infer U extends Unit>
    ? Metric<K, V & Readonly<Record<L, string>>, U>
    : never;

/** Labels of a Service that Prometheus would call otherwise. */
export const renamedFaults = (labels: readonly string[]): readonly Fault[] =>
  labels
    .filter((label) => !isLegacyLabelName(label))
    .map((label) => ({
      where: '',
      what: label,
      code: 'label-renamed',
      why: `Prometheus writes _ for what is no letter or digit in ${label}`,
      cure: 'give the Service a label without',
    }));

/**
 * The same metrics, with labels of the Service that queries may then filter and group by: whoever scrapes them copies these
 * labels onto every series. Of pods without a Service they are the pods' own; of targets that are written down, those beside them.
 *
 * @throws Error on a label that Prometheus would call otherwise.
 */
export const withServiceLabels = <C extends MetricCatalog, const L extends string>(
  metrics: C,
  labels: readonly L[],
): { readonly [K in keyof C]: WithLabels<C[K], L> } => {
  refuse('labels of a Service', renamedFaults(labels));
  const each = Object.entries(metrics).map(([key, { info, matchers, when }]) => [
    key,
    new Metric({ ...info, labels: [...new Set([...info.labels, ...labels])] }, matchers, when),
  ]);
  // Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(each) as { readonly [K in keyof C]: WithLabels<C[K], L> };
};

/** The labels that metrics have neither by themselves nor of every target: those of their Service. */
export const serviceLabels = (metrics: MetricCatalog): readonly string[] => [
  ...new Set(
    Object.values(metrics).flatMap(({ info }) =>
      info.labels.filter((label) => !info.ownLabels.includes(label) && !isTargetLabel(label)),
    ),
  ),
];
