import type { AlertmanagerServer, GrafanaServer, PodResources, PrometheusServer } from './platform.js';

/**
 * What is asked for and held to where nothing is said. CPU has no limit anywhere: a throttled Prometheus scrapes late, which reads like an
 * outage of what it scrapes.
 */
const pod = (cpu: string, memory: string, limit: string): PodResources => ({
  requests: { cpu, memory },
  limits: { memory: limit },
});

/** For some 100,000 series every 30 seconds: 35 days of them are 20 GB, by the bytes a sample that src/cost/server.ts reckons with. */
export const usualPrometheus: Omit<PrometheusServer, 'features'> = {
  // 30 days of an SLO's budget, and some more: the day that they are read at is the last of them.
  retention: '35d',
  // Prometheus itself advises 80 to 85 % of the volume: what it compacts lies there twice for a while.
  retentionSize: '24GB',
  storage: { size: '30Gi' },
  resources: pod('200m', '1Gi', '2Gi'),
  replicas: 1,
  shards: 1,
  scrapeInterval: '30s',
  evaluationInterval: '30s',
};

export const usualAlertmanager: AlertmanagerServer = {
  replicas: 1,
  // The longest repeat interval that its routes may have.
  retention: '5d',
  // Silences, and what it has told already: without a volume each restart tells everything again.
  storage: { size: '1Gi' },
  resources: pod('50m', '64Mi', '128Mi'),
  matcherStrategy: 'OnNamespace',
};

/** All that it shows is provisioned, so that it needs no volume. */
export const usualGrafana: Omit<GrafanaServer, 'storage'> = {
  admin: { name: 'grafana-admin', userKey: 'admin-user', passwordKey: 'admin-password' },
  resources: pod('100m', '256Mi', '512Mi'),
  sidecar: {
    dashboards: {
      ...{ label: 'grafana_dashboard', value: '1', searchNamespace: 'ALL' },
      ...{ folderAnnotation: 'grafana_folder', foldersFromFilesStructure: true },
    },
    datasources: { label: 'grafana_datasource', value: '1', searchNamespace: 'ALL' },
  },
  datasources: [],
  preinstallAutoUpdate: false,
};

export const usualKubeStateMetrics = pod('50m', '64Mi', '256Mi');
export const usualNodeExporter = pod('50m', '64Mi', '128Mi');
export const usualOperator = pod('50m', '64Mi', '256Mi');
/** It reads blocks to upload them, and what is new to answer Query, for which it needs room now and then. */
export const usualThanosSidecar = pod('50m', '128Mi', '512Mi');
