import { platformHere } from '#application/platform.js';

/** Who scrapes: pods, by the namespace that they are in and by their labels. */
export interface Scraper {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Every Prometheus that an operator runs in a namespace, each replica and shard of it, by the labels that the operator gives its pods:
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/server/statefulset.go. Not by the name of one, which a
 * platform that was there before may have made otherwise than the chart does.
 */
export const prometheusIn = (namespace: string = platformHere.namespace): Scraper => ({
  namespace,
  labels: {
    'app.kubernetes.io/managed-by': 'prometheus-operator',
    'app.kubernetes.io/name': 'prometheus',
  },
});

/** Every agent of VictoriaMetrics that its operator runs there: https://github.com/VictoriaMetrics/operator/blob/v0.58.0/api/operator/v1beta1/vmagent_types.go. */
export const vmagentIn = (namespace: string): Scraper => ({
  namespace,
  labels: { 'app.kubernetes.io/name': 'vmagent', 'managed-by': 'vm-operator' },
});
