import type { Application, ApplicationSpec } from '#application/application.js';
import { exporter } from '#application/exporter/exporter.js';
import { podScrape, pods } from '#application/scrape/pods.js';
import { staticScrape } from '#application/scrape/static.js';
import { secret } from '#ground/secret.js';
import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';
import { withServiceLabels } from '#application/service-labels.js';
import { shop } from './shop.js';

export const workerMetrics = catalog({
  jobs: gauge('worker_jobs', { help: 'Jobs at work.', labels: ['endpoint'] }),
});
export const tillMetrics = catalog({
  drawer: gauge('till_drawer_open', { help: 'Whether its drawer is open.' }),
});
export const cacheMetrics = catalog({ up: gauge('cache_up', { help: 'Whether the cache answers.' }) });
/** Of each till its floor, which is written down with it. */
export const tills = withServiceLabels(tillMetrics, ['floor']);

export const workers = pods('worker', {
  namespaces: ['shop-prod', 'shop-staging'],
  labels: { app: 'worker', tier: 'back' },
  ports: { metrics: 9808 },
});

/** Asked as they may be, over TLS, and taken in measure. */
const asked = {
  scheme: 'https',
  tls: { ca: secret('shop-tls', 'ca.crt'), serverName: 'shop.example' },
  bearerToken: secret('shop-metrics', 'token'),
  path: '/metrics/detailed',
  params: { family: ['jobs'] },
  fallbackScrapeProtocol: 'PrometheusText0.0.4',
  sampleLimit: 1000,
  labelLimit: 30,
  honorLabels: true,
  drop: { metrics: [/go_.*/] },
  interval: '15s',
  timeout: '5s',
} as const;

export const ofWorkers = podScrape(workers, {
  ...asked,
  port: 'metrics',
  copiedLabels: ['tier'],
  metrics: [workerMetrics],
});

export const ofTills = staticScrape('tills', {
  ...asked,
  namespace: 'shop-prod',
  targets: [
    { address: 'till-1.example:9100', labels: { floor: '1' } },
    { address: '10.0.0.2:9100', labels: { floor: '2', instance: 'till-2' } },
  ],
  metrics: [tills],
});

/** It is asked about caches. */
export const cacheExporter = exporter('cache-exporter', {
  namespace: 'shop-prod',
  image: 'registry.example/cache-exporter:v1.2.3',
  port: 9121,
  environment: {},
  metrics: [],
});

export const ofCaches = staticScrape('caches', {
  namespace: 'shop-prod',
  through: { exporter: cacheExporter.service, port: 'metrics' },
  targets: [{ address: 'redis://cache-1:6379' }, { address: 'redis://cache-2:6379', labels: { rack: 'b' } }],
  params: { module: ['redis'] },
  interval: '30s',
  metrics: [cacheMetrics],
});

/** A shop of which Prometheus finds something in every way. */
export const scatteredShop = (spec: Partial<ApplicationSpec> = {}): Application =>
  shop({
    services: [],
    scrapes: [ofWorkers, ofTills, ofCaches],
    exporters: [cacheExporter],
    groups: [],
    dashboards: [],
    ...spec,
  });
