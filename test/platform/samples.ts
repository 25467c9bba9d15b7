import {
  type PlatformSpec,
  cluster,
  kubePrometheusStack,
  mimir,
  remoteWrite,
  secret,
  thanos,
} from 'cheomseong';
import type { Cluster } from '#cluster/cluster.js';
import { production } from '../../apps/platforms.js';

/** A cluster without applications, of a platform that differs from the usual one in this. */
export const monitoredBy = (
  spec: PlatformSpec,
  given: Partial<Parameters<typeof cluster>[1]> = {},
): Cluster => cluster('production', { platform: kubePrometheusStack(spec), applications: [], ...given });

const addresses = {
  grafana: 'https://grafana.example.org',
  prometheus: 'https://prometheus.example.org',
  alertmanager: 'https://alerts.example.org/alertmanager',
} as const;

const selection = { labels: { team: 'platform' }, namespaces: { monitored: 'yes' } };

const resources = { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } };
const ruler = {
  ...{ replicas: 2, storage: { size: '5Gi' }, resources },
  ...({ evaluationInterval: '30s', retention: '2d', evaluates: 'over clusters' } as const),
};

/** Platforms which together say all that can be said, so that each key of the chart which may ever be written is. */
export const samples: Readonly<Record<string, Cluster>> = {
  usual: monitoredBy({}),
  production: cluster('production', { platform: production, applications: [], addresses }),
  'everything that can be said': monitoredBy(
    {
      ...{ release: 'stack', namespace: 'watch', rules: 'all' },
      versions: { operator: '0.92.1', prometheus: '3.5.0', alertmanager: '0.33.0', grafana: '13.1.0' },
      selects: {
        rules: { ...selection, labels: { rules: 'yes' } },
        serviceMonitors: selection,
        podMonitors: selection,
        probes: selection,
        scrapeConfigs: selection,
        alertmanagerConfigs: selection,
      },
      prometheus: {
        ...{ replicas: 2, shards: 2, enforcedNamespaceLabel: 'namespace' },
        storage: { size: '100Gi', storageClass: 'fast' },
        features: ['utf8-names', 'duration-expressions', 'promql-experimental-functions'],
      },
      alertmanager: { replicas: 3, matcherStrategy: 'None', storage: { storageClass: 'fast' } },
      grafana: {
        storage: { size: '2Gi', storageClass: 'fast' },
        datasources: [{ type: 'loki', uid: 'loki', name: 'Loki', url: 'http://loki.watch.svc:3100' }],
      },
      placement: {
        nodeSelector: { role: 'monitoring' },
        tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      },
      controlPlane: ['api-server', 'dns', 'controller-manager', 'scheduler', 'etcd', 'proxy'],
    },
    { addresses, labels: { region: 'kr' } },
  ),
  'as little as can be': monitoredBy(
    {
      ...{ rules: 'none', controlPlane: [], alertmanager: false, grafana: false },
      ...{ kubeStateMetrics: false, nodeExporter: false },
    },
    { addresses: { alertmanager: addresses.alertmanager } },
  ),
  'all that there is': monitoredBy({
    selects: {
      rules: { labels: {} },
      serviceMonitors: { labels: {} },
      podMonitors: { labels: {} },
      probes: { labels: {} },
      scrapeConfigs: { labels: {} },
    },
    ...{ alertmanager: false, rules: 'none' },
    controlPlane: ['scheduler', 'etcd', 'proxy', 'controller-manager'],
    prometheus: { resources: { limits: { memory: undefined } } },
  }),
  'all of its control plane, of which its dashboards read': monitoredBy({
    controlPlane: ['api-server', 'dns', 'controller-manager', 'scheduler', 'etcd', 'proxy'],
  }),
  Thanos: monitoredBy({
    prometheus: { replicas: 2 },
    engine: thanos({
      version: '0.42.4',
      objectStorage: { bucket: 'blocks', config: secret('thanos-bucket', 'objstore.yml') },
      sidecar: resources,
      query: { replicas: 2, resources },
      ruler,
    }),
  }),
  Mimir: monitoredBy({
    engine: mimir({ url: 'https://mimir.example.org', tenant: 'shop', retention: '365d' }),
    remoteWrites: [
      remoteWrite({
        ...{ name: 'archive', url: 'https://archive.example.org/api/v1/write' },
        bearer: secret('archive', 'token'),
      }),
    ],
  }),
};
