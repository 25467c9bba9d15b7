import { theme } from './kind.js';

/** What a cluster is monitored by. */
export const platform = theme({
  'bad-quantity': {
    is: 'A quantity or a size that nobody reads',
    why: 'Kubernetes or Prometheus refuses what it stands in, and nothing starts.',
    wrong: `kubePrometheusStack({ prometheus: { storage: { size: '50 GB' } } })`,
    right: `kubePrometheusStack({ prometheus: { storage: { size: '50Gi' } } })`,
    mistakes: [],
  },
  'data-over-volume': {
    is: 'A Prometheus that keeps more than its volume holds',
    why: 'The volume is full before the oldest data goes, and nothing is recorded from then on.',
    wrong: `kubePrometheusStack({ prometheus: { retentionSize: '50GB', storage: { size: '50Gi' } } })`,
    right: `kubePrometheusStack({ prometheus: { retentionSize: '40GB', storage: { size: '50Gi' } } })`,
    mistakes: [],
  },
  'bad-version': {
    is: 'A text that is no release',
    why: 'Nothing could be held against it, and no image is called so.',
    wrong: `kubePrometheusStack({ versions: { prometheus: 'v3' } })`,
    right: `kubePrometheusStack({ versions: { prometheus: '3.5.0' } })`,
    mistakes: [],
  },
  'chart-unknown': {
    is: 'A release of the chart of which nobody says what it runs',
    why: 'What an application uses could not be held against it.',
    wrong: `kubePrometheusStack({ chart: '90.0.0' })`,
    right: `kubePrometheusStack({
  chart: '90.0.0',
  versions: { operator: '0.95.0', prometheus: '3.16.0', alertmanager: '0.35.0', grafana: '13.4.0' },
})`,
    mistakes: [],
  },
  'feature-not-there': {
    is: 'A feature that this release of Prometheus does not have',
    why: 'It does not start, or refuses the rules that use it.',
    wrong: `kubePrometheusStack({
  versions: { prometheus: '2.53.0' },
  prometheus: { features: ['utf8-names'] },
})`,
    right: `kubePrometheusStack({ versions: { prometheus: '2.53.0' }, prometheus: { features: [] } })`,
    mistakes: [],
  },
  'leaves-out-its-own': {
    is: 'A selector that leaves out what the chart itself brings',
    why: 'The kubelet, kube-state-metrics and Prometheus itself would be scraped by nobody.',
    wrong: `kubePrometheusStack({ selects: { serviceMonitors: { labels: { release: 'stack' } } } })`,
    right: `kubePrometheusStack({ release: 'stack' })`,
    mistakes: [9],
  },
  'no-login': {
    is: 'A Grafana whose login nobody has made',
    why: 'Each rendering of the chart makes another password, so that it is OutOfSync for ever and nobody can log in.',
    wrong: `kubePrometheusStack({ grafana: { admin: { name: '' } } })`,
    right: `kubePrometheusStack({ grafana: { admin: { name: 'grafana-admin' } } })`,
    mistakes: [60],
  },
  'logs-sent-elsewhere': {
    is: 'Logs that are sent to another Loki than the platform’s Grafana asks',
    why: 'Its panels of logs are empty, as if nothing had been said.',
    wrong: `cluster('production', {
  platform: kubePrometheusStack({
    grafana: { datasources: [{ type: 'loki', uid: 'loki', name: 'Loki', url: 'http://loki.monitoring.svc:3100' }] },
  }),
  applications: [
    application('shop', {
      ...shop,
      agentNamespace: 'shop-agents',
      logs: fluentBit({ namespaces: ['shop'], loki: { host: 'loki.logging.svc', port: 3100 } }),
    }),
  ],
})`,
    right: `cluster('production', {
  platform: kubePrometheusStack({
    grafana: { datasources: [{ type: 'loki', uid: 'loki', name: 'Loki', url: 'http://loki.monitoring.svc:3100' }] },
  }),
  applications: [
    application('shop', {
      ...shop,
      agentNamespace: 'shop-agents',
      logs: fluentBit({ namespaces: ['shop'], loki: { host: 'loki.monitoring.svc', port: 3100 } }),
    }),
  ],
})`,
    mistakes: [22],
  },
});
