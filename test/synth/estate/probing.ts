import { certificateAlerts, endpointAlerts } from '#alerts/probe.js';
import { group } from '#alerts/rule/group.js';
import { called } from '#alerts/text/subject.js';
import type { Application, ApplicationSpec } from '#application/application.js';
import { blackboxExporter } from '#application/exporter/blackbox.js';
import { probe } from '#application/scrape/probe.js';
import { dashboard } from '#dashboards/dashboard.js';
import { certificatePanels, endpointPanels, httpEndpointPanels } from '#dashboards/probe.js';
import { row } from '#dashboards/row.js';
import { secret } from '#ground/secret.js';
import { httpProbeMetrics, probeMetrics, tlsProbeMetrics } from '#metrics/blackbox.js';
import { narrowed } from '#promql/metric/catalog.js';
import { seconds } from '#promql/unit/limit.js';
import { routing } from '#routing/routing.js';
import { slack } from '#routing/receiver/slack.js';
import { shop } from './shop.js';

const ca = secret('shop-tls', 'ca.crt');

/** Asks in all ways that there are, and with all that may be said of them. */
export const blackbox = blackboxExporter('blackbox', {
  namespace: 'shop-prod',
  modules: {
    site: {
      prober: 'http',
      statusCodes: [200, 204],
      onlyHttps: true,
      body: { holds: [/^ok/], lacks: [/maintenance/i] },
      tls: { ca, serverName: 'shop.example' },
    },
    login: {
      prober: 'http',
      timeout: '5s',
      ip: 6,
      method: 'HEAD',
      stopAtRedirect: true,
      headers: { Host: 'shop.example', 'Accept-Language': 'ko' },
      basicAuth: { username: 'prober', password: secret('shop-prober', 'password') },
    },
    token: { prober: 'http', bearerToken: secret('shop-prober', 'token') },
    database: {
      prober: 'tcp',
      tls: {
        ca,
        certificate: { cert: secret('shop-tls', 'tls.crt'), key: secret('shop-tls', 'tls.key') },
      },
    },
    mail: { prober: 'tcp' },
    name: { prober: 'dns', query: 'shop.example', type: 'MX', over: 'tcp' },
  },
});

export const site = probe('site', {
  through: blackbox,
  module: 'site',
  targets: ['https://shop.example/health', 'https://shop.example/orders'],
  labels: { region: 'seoul' },
  timeout: '8s',
});
export const database = probe('database', {
  through: blackbox,
  module: 'database',
  targets: ['db.shop.example:5432'],
  interval: '1m',
  job: 'shop-database',
});

const here = { namespace: 'shop-prod' } as const;
const probes = narrowed({ ...probeMetrics, ...httpProbeMetrics, ...tlsProbeMetrics }, here);
const subject = called('Shop');
const alerts = {
  ...endpointAlerts(subject, probes, { prober: 'blackbox', slow: seconds(2), window: '4m' }),
  ...certificateAlerts(subject, probes),
};

/** A shop that is asked from outside. */
export const probingShop = (spec: Partial<ApplicationSpec> = {}): Application =>
  shop({
    services: [],
    scrapes: [site, database],
    exporters: [blackbox],
    groups: [group('shop-endpoints', { interval: '30s', packs: [alerts] })],
    dashboards: [
      (about) =>
        dashboard('Shop', {
          ...about,
          description: 'How the shop is doing, seen from outside.',
          panels: [
            row(
              'Endpoints',
              Object.values({
                ...endpointPanels(probes, alerts),
                ...httpEndpointPanels(probes),
                ...certificatePanels(probes, alerts),
              }),
            ),
          ],
        }),
    ],
    routing: routing({
      language: 'en',
      receivers: { slack: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }) },
      route: { receiver: 'slack' },
      unpaged: 'Slack is all that the shop has.',
    }),
    ...spec,
  });
