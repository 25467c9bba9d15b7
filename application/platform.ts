import { cadvisorMetrics } from '../metrics/cadvisor.js';
import { kubeStateMetrics } from '../metrics/kube-state-metrics.js';
import { kubeletMetrics } from '../metrics/kubelet.js';
import { scrapeMetrics } from '../metrics/prometheus.js';

/** What a kube-prometheus-stack scrapes for every application: Kubernetes, and every scrape itself. */
export const kubernetes = {
  ...kubeStateMetrics,
  ...kubeletMetrics,
  ...cadvisorMetrics,
  ...scrapeMetrics,
};
