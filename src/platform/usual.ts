import { kubePrometheusStack } from './kube-prometheus-stack.js';

/** What a cluster is taken to be monitored by of whose platform nothing is said. */
export const usualPlatform = kubePrometheusStack();
