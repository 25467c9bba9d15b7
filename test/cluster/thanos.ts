import { App } from 'cdk8s/lib/app.js';
import type { Application } from '#application/application.js';
import { type Cluster, type ClusterSpec, cluster } from '#cluster/cluster.js';
import { thanos as part } from '#delivery/thanos.js';
import { secret } from '#ground/secret.js';
import type { Manifest } from '#imports/manifest.js';
import { objectsOf } from '#imports/render.js';
import { type Thanos, type ThanosRuler, thanos } from '#platform/engine/thanos.js';
import type { Platform } from '#platform/platform.js';
import { usualPlatform } from '#platform/usual.js';

const resources = { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } };

/** What uploads into the bucket, and no more. */
export const uploading = thanos({
  version: '0.42.4',
  objectStorage: { bucket: 'blocks', config: secret('thanos-objstore', 'objstore.yml') },
  sidecar: resources,
});

const query = { replicas: 2, resources };
export const ruling: ThanosRuler = {
  replicas: 2,
  storage: { size: '5Gi' },
  resources,
  evaluationInterval: '30s',
  retention: '24h',
  evaluates: 'all',
};

/** All of Thanos in one cluster. */
export const whole: Thanos = thanos({
  ...uploading,
  query,
  store: { replicas: 2, storage: { size: '10Gi', storageClass: 'fast' }, resources },
  compactor: {
    ...{ storage: { size: '50Gi' }, resources },
    keeps: { raw: '30d', fiveMinutes: '90d', oneHour: '365d' },
    deleteDelay: '48h',
  },
  ruler: ruling,
});

/** The same, which answers for another cluster too. */
export const overBusan = (evaluates: 'all' | 'over clusters'): Thanos =>
  thanos({
    ...whole,
    ruler: { ...ruling, evaluates },
    clusters: { busan: 'dnssrv+_grpc._tcp.thanos.busan.example.org' },
  });

/** A platform with this engine, in so many shards. */
export const platformWith = (engine: Platform['engine'], shards = 1): Platform => ({
  ...usualPlatform,
  engine,
  prometheus: { ...usualPlatform.prometheus, shards },
});

/** A cluster that is called seoul. */
export const seoul = (
  platform: Platform,
  applications: readonly Application[] = [],
  spec: Partial<ClusterSpec> = {},
): Cluster => cluster('seoul', { platform, applications, ...spec });

/** What is made of Thanos in a cluster, as it would be written. */
export const thanosRendered = (cluster: Cluster): ReturnType<typeof objectsOf> => {
  const chart = part.chart?.(new App(), cluster, { clusters: [cluster], objects: () => [] });
  return chart ? objectsOf(chart) : { objects: [], faults: [] };
};
export const thanosManifests = (cluster: Cluster): readonly Manifest[] =>
  thanosRendered(cluster).objects.map(({ manifest }) => manifest);
