import { type Placement, datasource, kubePrometheusStack, tempo } from 'cheomseong';

/** The Loki of the cluster: agents send logs there, and Grafana asks it for them. */
export const loki = { host: 'loki.monitoring.svc', port: 3100 } as const;

/** The Tempo of the cluster: collectors hand it traces, and Grafana asks it for them. */
export const traces = tempo({ host: 'tempo.monitoring.svc' });

/**
 * ecoeco's monitoring node, which nothing else runs on where it is tainted so: a busy application never starves what watches it, and what
 * watches takes nothing from the nodes of its APIs and workers.
 */
export const monitoringNode: Placement = {
  nodeSelector: { 'kubernetes.io/hostname': 'k8s-monitoring' },
  tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'monitoring', effect: 'NoSchedule' }],
};

/**
 * What observer, ojeomneo and ecoeco are monitored by, one for all three. Its requests are ojeomneo's plan. Where the three want different
 * things it is the larger: ecoeco would keep 7 days, but ojeomneo's SLOs have budgets of 30 days, of which a Prometheus that keeps less would
 * tell wrong. By `cheomseong cost` the three and what the platform scrapes for itself, in a cluster of the size that main.ts assumes, are 75,774
 * series: 606 MiB of memory, of which 512Mi are asked for and 2Gi may be had, and 2,524 samples a second × 35d × 2 bytes = 14 GiB, so that the 10Gi
 * of the plan, for one system and 15 days, are 20Gi here.
 */
export const production = kubePrometheusStack({
  prometheus: {
    retention: '35d',
    retentionSize: '16GB',
    // ojeomneo's latencies lead to their traces.
    features: ['native-histograms', 'utf8-names', 'duration-expressions', 'exemplar-storage'],
    storage: { size: '20Gi' },
    resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  },
  alertmanager: { resources: { requests: { cpu: '50m', memory: '64Mi' } } },
  grafana: {
    storage: { size: '1Gi' },
    resources: { requests: { cpu: '100m', memory: '256Mi' } },
    datasources: [
      { ...datasource('loki', { uid: 'loki', name: 'Loki' }), url: `http://${loki.host}:${loki.port}` },
      {
        ...datasource('tempo', { uid: 'tempo', name: 'Tempo' }),
        url: `http://${traces.host}:${traces.query}`,
      },
    ],
  },
  kubeStateMetrics: { resources: { requests: { cpu: '50m', memory: '64Mi' } } },
  nodeExporter: { resources: { requests: { cpu: '50m', memory: '64Mi' } } },
  placement: monitoringNode,
});
