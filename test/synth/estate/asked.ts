import type { Application } from '#application/application.js';
import { scrape } from '#application/scrape.js';
import { secret } from '#ground/secret.js';
import { shop, shopMetrics, web } from './shop.js';

const tls = (key: string) => secret('shop-tls', key);

/** Asked over TLS with a certificate and a token, and taken in measure. */
export const guarded = scrape(web, {
  port: 'http',
  interval: '30s',
  scheme: 'https',
  tls: {
    ca: tls('ca.crt'),
    certificate: { cert: tls('tls.crt'), key: tls('tls.key') },
    serverName: 'shop.example',
  },
  bearerToken: secret('shop-metrics', 'token'),
  path: '/metrics/detailed',
  params: { family: ['queue_coarse_metrics', 'queue_metrics'] },
  fallbackScrapeProtocol: 'PrometheusText0.0.4',
  sampleLimit: 1000,
  labelLimit: 30,
  honorLabels: true,
  drop: { metrics: [/go_.*/, 'shop_debug'], labels: ['request_id'] },
  metrics: [shopMetrics],
});

/** Asked with a name and a password, over plain HTTP. */
export const behindPassword = scrape(web, {
  name: 'shop-admin',
  job: 'shop-admin',
  port: 'admin',
  interval: '30s',
  basicAuth: { username: secret('shop-metrics', 'user'), password: secret('shop-metrics', 'password') },
  metrics: [],
});

/** A shop whose metrics not everybody may have. */
export const guardedShop = (): Application =>
  shop({ scrapes: [guarded, behindPassword], exporters: [], groups: [], dashboards: [] });
