import { describe, expect, test } from '@jest/globals';
import { exporter } from '#application/exporter/exporter.js';
import { postgresExporter } from '#application/exporter/postgres.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { withServiceLabels } from '#application/service-labels.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { secret } from '#ground/secret.js';
import {
  alerting,
  drawing,
  openBaskets,
  requestRate,
  scraped,
  shop,
  shopMetrics,
  stockMetrics,
  tooMany,
  web,
} from '../synth/estate/shop.js';

const messageOf = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing was refused');
};

describe('an application', () => {
  test('belongs to the release prometheus unless it says otherwise', () => {
    expect([shop().release, shop({ release: 'other' }).release]).toEqual(['prometheus', 'other']);
  });

  test('hands its name, folder, language, alerts and runbooks to its dashboards', () => {
    const { dashboards, groups } = shop({ language: 'ko' });
    expect(dashboards[0]).toMatchObject({
      application: 'shop',
      folder: 'Shop',
      language: 'ko',
      alerts: groups.flatMap(({ alerts }) => alerts),
    });
  });

  test('is refused with everything by which its parts cannot be told apart', () => {
    const [rules] = alerting(tooMany('TooManyRequests', requestRate));
    const twice = () =>
      shop(
        {
          scrapes: [scraped, scrape(web, { port: 'admin', interval: '30s', metrics: [] })],
          groups: rules ? [rules, rules] : [],
          dashboards: [
            drawing(openBaskets),
            drawing(openBaskets),
            drawing(openBaskets, { application: 'bakery', uid: 'b' }),
          ],
        },
        'My Shop',
      );
    expect(messageOf(twice)).toBe(
      [
        "application 'My Shop': 5 faults",
        "  name: Kubernetes objects are named after 'My Shop'; write lower-case letters, digits and -, at most 42",
        '  scrapes: two scrapes are called shop; give one a name of its own: scrape(service, { name, … })',
        '  groups: two rule groups are called shop; rename one, or make one group of both',
        '  dashboards: two dashboards are called my-shop-shop; give one a uid of its own',
        "  dashboards 'Shop': it marks the alerts of 'bakery'; write application: 'My Shop'",
      ].join('\n'),
    );
  });
});

describe('a scrape', () => {
  test('is refused with everything that keeps it from working', () => {
    const impossible = () =>
      scrape(web, {
        port: 'http',
        path: 'metrics',
        interval: '5s',
        timeout: '10s',
        metrics: [],
      });
    expect(messageOf(impossible)).toBe(
      [
        'scrape of Service shop: 2 faults',
        '  timeout: 10s is longer than the interval 5s; make it shorter',
        "  path: 'metrics' does not begin with /; write '/metrics'",
      ].join('\n'),
    );
  });

  test.each([
    ['interval', { interval: '0s' }],
    ['timeout', { interval: '30s', timeout: '0s' }],
  ] as const)('is refused where its %s is none', (field, times) => {
    expect(messageOf(() => scrape(web, { port: 'http', metrics: [], ...times }))).toBe(
      `scrape of Service shop: ${field}: a scrape without time between, or without time to answer, is none; write e.g. '30s'`,
    );
  });

  test('is refused by its name where a length of time is misspelt', () => {
    // A type refuses it too, unless it is read from elsewhere.
    const interval: `${number}s` = JSON.parse('"30"');
    expect(messageOf(() => scrape(web, { port: 'http', metrics: [], interval }))).toBe(
      "scrape of Service shop: interval: duration '30': write a whole number and one of ms, s, m, h, d, w, e.g. '90s' for '1.5m'",
    );
  });

  test('of a Service that has one already can have a name of its own', () => {
    const admin = scrape(web, { name: 'shop-admin', port: 'admin', interval: '30s', metrics: [] });
    expect(shop({ scrapes: [scraped, admin] }).scrapes.map(({ name }) => name)).toEqual([
      'shop',
      'shop-admin',
    ]);
  });
});

describe('labels of a Service (mistake 6)', () => {
  const metrics = withServiceLabels(stockMetrics, ['tier']);

  test('are copied by the scrape because queries may filter by them', () => {
    expect(scrape(web, { port: 'http', interval: '30s', metrics: [metrics] }).copiedLabels).toEqual(['tier']);
  });

  test('are not copied where no query may', () => {
    expect(scrape(web, { port: 'http', interval: '30s', metrics: [shopMetrics] }).copiedLabels).toEqual([]);
  });

  test('can be filtered and grouped by', () => {
    expect(String(sum(value(metrics.items.where({ tier: 'web' })), { by: ['tier'] }))).toBe(
      'sum by (tier) (stock_items{tier="web"})',
    );
  });

  test('are refused where the Service does not have them', () => {
    const none = withServiceLabels(stockMetrics, ['team']);
    expect(messageOf(() => scrape(web, { port: 'http', interval: '30s', metrics: [none] }))).toBe(
      'scrape of Service shop: copiedLabels: the Service has no label team to copy; copy one that it has: app, tier',
    );
  });

  test('are refused where a scrape copies one that Prometheus calls otherwise', () => {
    const labels = { 'app.kubernetes.io/name': 'till' };
    const till = service('till', { namespaces: ['shop-prod'], labels, ports: { http: 80 } });
    const copiedLabels = ['app.kubernetes.io/name'] as const;
    expect(messageOf(() => scrape(till, { port: 'http', interval: '30s', copiedLabels, metrics: [] }))).toBe(
      'scrape of Service till: copiedLabels: Prometheus writes _ for what is no letter or digit in app.kubernetes.io/name; give the Service a label without',
    );
  });

  test('are refused where Prometheus calls them otherwise', () => {
    expect(messageOf(() => withServiceLabels(stockMetrics, ['app.kubernetes.io/name']))).toBe(
      'labels of a Service: Prometheus writes _ for what is no letter or digit in app.kubernetes.io/name; give the Service a label without',
    );
  });
});

describe('an exporter', () => {
  const described = { namespace: 'shop-prod', port: 9200, environment: {}, metrics: [] };

  test.each(['stock-exporter', 'registry.example:5000/stock-exporter', 'stock-exporter:latest'])(
    'is refused with the image %s, which names no version',
    (image) => {
      expect(messageOf(() => exporter('stock', { ...described, image }))).toMatch(
        /^exporter stock: image: '.+' names no version, so a restart may change it; write e\.g\. '.+:v1\.2\.3'$/,
      );
    },
  );

  test.each(['registry.example:5000/stock-exporter:v2', `stock-exporter@sha256:${'a'.repeat(64)}`])(
    'takes the image %s',
    (image) => {
      expect(exporter('stock', { ...described, image }).image).toBe(image);
    },
  );

  test('of PostgreSQL keeps user and password out of the data source (mistake 19)', () => {
    const { environment } = postgresExporter('stock-db', {
      namespace: 'shop-prod',
      database: 'stock-db:5432/stock',
      user: secret('stock-db', 'username'),
      password: secret('stock-db', 'password'),
      sslMode: 'require',
    });
    expect(environment).toEqual({
      DATA_SOURCE_URI: 'stock-db:5432/stock?sslmode=require',
      DATA_SOURCE_USER: { name: 'stock-db', key: 'username' },
      DATA_SOURCE_PASS: { name: 'stock-db', key: 'password' },
    });
  });
});
