import type { MetricCatalog } from '#promql/metric/catalog.js';
import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { prometheusOperatorMetrics } from '#metrics/prometheus-operator.js';
import { prometheusMetrics, scrapeMetrics } from '#metrics/prometheus.js';

/** What a kube-prometheus-stack scrapes for every application: Kubernetes, and every scrape itself. */
export const kubernetes = {
  ...kubeStateMetrics,
  ...kubeletMetrics,
  ...cadvisorMetrics,
  ...scrapeMetrics,
};

/**
 * What it scrapes of itself, for an application that takes `watcherAlerts`: `platform: [kubernetes, ...monitoring]`. One of a cluster is
 * enough, and none where the chart's own rules on Prometheus and Alertmanager are told to somebody.
 */
export const monitoring: readonly MetricCatalog[] = [prometheusMetrics, alertmanagerMetrics];

/** Something of the platform, and what it tells of Kubernetes. */
export interface PlatformExporter {
  readonly name: string;
  readonly metrics: MetricCatalog;
  /** Whether it tells something of every cluster, so that no namespace need be asked about: there are Deployments in all, and objects of the operator. */
  readonly isEverywhere: boolean;
}

/** Who tells what of it. */
export const platformExporters: readonly PlatformExporter[] = [
  { name: 'kube-state-metrics', metrics: kubeStateMetrics, isEverywhere: true },
  { name: 'kubelet', metrics: kubeletMetrics, isEverywhere: false },
  { name: 'cAdvisor', metrics: cadvisorMetrics, isEverywhere: false },
  { name: 'prometheus-operator', metrics: prometheusOperatorMetrics, isEverywhere: true },
];

/** Where the platform itself runs, its operator too: the namespace of its release. */
export const platformHere = { namespace: 'monitoring' } as const;
