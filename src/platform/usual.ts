import type { Platform, Selection } from './platform.js';

const everywhere: Selection = { labels: {}, namespaces: {} };
const ofRelease: Selection = { labels: { release: 'prometheus' }, namespaces: {} };
const small = { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } };

/** What a cluster is taken to be monitored by of whose platform nothing is said: the chart as it comes, under its usual name. */
export const usualPlatform: Platform = {
  release: 'prometheus',
  namespace: 'monitoring',
  chart: '88.5.3',
  versions: {
    kubernetes: '1.33',
    operator: '0.93.1',
    prometheus: '3.14.0',
    alertmanager: '0.34.0',
    grafana: '13.2.0',
  },
  selects: {
    rules: ofRelease,
    serviceMonitors: ofRelease,
    podMonitors: ofRelease,
    probes: ofRelease,
    scrapeConfigs: ofRelease,
    alertmanagerConfigs: everywhere,
  },
  prometheus: {
    retention: '30d',
    retentionSize: '8GB',
    storage: { size: '10Gi' },
    resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '2Gi' } },
    replicas: 1,
    shards: 1,
    scrapeInterval: '30s',
    evaluationInterval: '30s',
    features: [],
  },
  alertmanager: {
    replicas: 1,
    retention: '120h',
    storage: { size: '1Gi' },
    resources: small,
    matcherStrategy: 'OnNamespace',
  },
  grafana: {
    admin: { name: 'grafana-admin', userKey: 'admin-user', passwordKey: 'admin-password' },
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } },
    sidecar: {
      dashboards: { label: 'grafana_dashboard', value: '1', folderAnnotation: 'grafana_folder' },
      datasources: { label: 'grafana_datasource', value: '1' },
    },
    datasources: [],
  },
  kubeStateMetrics: { resources: small },
  nodeExporter: { resources: small },
  operator: { resources: small },
  secrets: [],
  engine: { name: 'prometheus' },
};
