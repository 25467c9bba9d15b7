import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { nodeExporterMetrics, nodeNetworkMetrics } from '#metrics/node-exporter.js';
import { prometheusOperatorMetrics } from '#metrics/prometheus-operator.js';
import { prometheusMetrics } from '#metrics/prometheus.js';
import { stored } from '#promql/metric/catalog.js';

/** Something that a platform may leave off, where its values turn it on, and the names of what it tells. */
export interface OptionalPart {
  readonly name: string;
  readonly field: 'kubeStateMetrics' | 'nodeExporter' | 'alertmanager';
  readonly metrics: ReadonlySet<string>;
}

const named = (...catalogs: Parameters<typeof stored>[0]): ReadonlySet<string> =>
  new Set(stored(catalogs).keys());

export const optionalParts: readonly OptionalPart[] = [
  { name: 'kube-state-metrics', field: 'kubeStateMetrics', metrics: named(kubeStateMetrics) },
  { name: 'node_exporter', field: 'nodeExporter', metrics: named(nodeExporterMetrics, nodeNetworkMetrics) },
  { name: 'Alertmanager', field: 'alertmanager', metrics: named(alertmanagerMetrics) },
];

/** What its own servers tell of themselves, and nobody else: all of it is of the platform's namespace. */
export const toldOfItself: ReadonlySet<string> = new Set(
  [...named(prometheusMetrics, alertmanagerMetrics, prometheusOperatorMetrics)].filter((name) =>
    /^(prometheus|alertmanager)_/.test(name),
  ),
);
