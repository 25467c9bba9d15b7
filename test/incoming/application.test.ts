import { transformSync } from 'esbuild';
import { describe, expect, test } from '@jest/globals';
import * as words from 'cheomseong';
import {
  type Profile,
  type Routing,
  type Scrape,
  type Service,
  above,
  application,
  asWritten,
  catalog,
  gauge,
  group,
  imported,
  unproven,
} from 'cheomseong';
import { Refusal } from '#ground/fault.js';
import { routingSource } from '#incoming/routing/source.js';
import { scrapeParity } from '#incoming/scrapes/parity.js';
import { scrapesSource } from '#incoming/scrapes/source.js';
import { readRoutes } from '#proof/rules/reach/routes.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { inProduction } from '../place.js';

const files = [
  {
    file: 'monitor.yaml',
    text: `kind: ServiceMonitor
metadata: { name: shop, namespace: shop }
spec:
  selector: { matchLabels: { app: shop } }
  endpoints:
    - { port: http, interval: 30s, path: /stats }
    - { port: admin, interval: 30s, basicAuth: { username: { name: shop, key: user }, password: { name: shop, key: password } } }
---
kind: Service
metadata: { name: shop, namespace: shop, labels: { app: shop } }
spec: { ports: [{ name: http, port: 80, targetPort: 8080 }, { name: admin, port: 8081 }] }
---
kind: PodMonitor
metadata: { name: workers, namespace: shop }
spec:
  selector: { matchLabels: { app: worker } }
  podMetricsEndpoints: [{ port: metrics, interval: 30s, metricRelabelings: [{ action: keep, sourceLabels: [mode], regex: idle }] }]
---
kind: ScrapeConfig
metadata: { name: db, namespace: shop }
spec:
  scrapeInterval: 30s
  staticConfigs: [{ targets: ['db.example:9187'], labels: { job: database } }]
---
kind: Probe
metadata: { name: pages, namespace: shop }
spec:
  module: http_2xx
  prober: { url: blackbox.shop.svc:9115 }
  targets: { staticConfig: { static: ['https://shop.example'] } }
`,
  },
  {
    file: 'alertmanager.yml',
    text: `route:
  receiver: chat
  group_by: [alertname]
  routes:
    - { matchers: [alertname="ShopBusy"], receiver: oncall }
    - { matchers: [severity="page"], receiver: oncall }
receivers:
  - { name: chat, webhook_configs: [{ url: 'https://chat.example.org/x' }] }
  - { name: oncall, pagerduty_configs: [{ routing_key: x }], victorops_configs: [{ api_key: x, routing_key: shop }] }
`,
  },
];

interface Parts {
  readonly services: readonly Service[];
  readonly scrapes: readonly Scrape[];
  readonly routing: (profile: Profile) => Routing;
}

/** What modules export together, with the public words. */
const partsOf = (...texts: readonly string[]): Parts => {
  const plain = texts
    .map((text) => text.replace(/^import[\s\S]*?;\n/gm, '').replaceAll('export const', 'var'))
    .join('\n');
  const { code } = transformSync(plain, { loader: 'ts' });
  return Function(
    ...Object.keys(words),
    `${code}\nreturn { services, scrapes, routing };`,
  )(...Object.values(words)) as Parts;
};

const alerts = [
  {
    labels: {
      alertname: 'ShopBusy',
      severity: 'warning',
      application: 'shop',
      component: 'shop',
      namespace: 'shop',
    },
  },
  {
    labels: {
      alertname: 'TargetDown',
      severity: 'warning',
      application: 'shop',
      component: 'shop',
      namespace: 'shop',
    },
    open: ['job'],
  },
];

describe('an application of scrapes and routing that came in', () => {
  const scrapes = scrapesSource(files, 'shop', 'shop');
  const [written] = readRoutes(files).routings;
  const routing =
    written &&
    routingSource(written, { application: 'shop', title: 'Shop', language: 'en', alerts, severities: {} });

  const metrics = catalog({ workers: gauge('shop_workers', { help: 'Workers.' }) });
  const busy = imported('ShopBusy', {
    when: above(asWritten('shop_workers', { metrics: [metrics] }), { value: 5, unit: 'count' }),
    for: '5m',
    labels: { severity: 'warning' },
    annotations: { summary: 'Busy' },
    proof: unproven('it is only of a test'),
  });
  const made = () =>
    application('shop', {
      title: 'Shop',
      language: 'en',
      namespace: 'shop',
      platform: [metrics],
      groups: [group('shop', { interval: '30s', packs: [{ busy }] })],
      ...partsOf(scrapes.text, routing?.text ?? ''),
      runbook: (alert) => `https://runbooks.example.org/${alert}`,
    });

  /** What is synthesized of it, and what is wrong with it. */
  const synthesized = (() => {
    try {
      const { charts, laws } = synthesisOf(inProduction([made()]));
      return { files: [...synthesize(charts, laws, () => undefined)], faults: [] };
    } catch (error) {
      if (error instanceof Refusal) return { files: [], faults: error.faults };
      throw error;
    }
  })();

  test('is synthesized', () => {
    expect(synthesized.faults.map(({ where, why }) => `${where}: ${why}`)).toEqual([]);
  });

  test('asks the same of the same, but for what could not be said', () => {
    const rendered = synthesized.files.map(([file, text]) => ({ file, text }));
    expect(scrapeParity(files, rendered)).toEqual({
      compared: 3,
      equal: 2,
      differences: [
        {
          what: 'PodMonitor workers, port metrics /metrics',
          place: { file: 'monitor.yaml', line: 17 },
          field: 'metricRelabelings: keep of mode by idle',
          before: 'yes',
          after: '',
        },
      ],
      added: ['scrapeTimeout', 'relabelings: replace to job', 'relabelings: replace to service'],
    });
  });
});
