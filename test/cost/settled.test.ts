import { describe, expect, test } from '@jest/globals';
import { App } from 'cdk8s/lib/app.js';
import { scrapesOf } from '#application/application.js';
import { redisExporter } from '#application/exporter/redis.js';
import { host } from '#application/host/host.js';
import { type Scrape, scrape } from '#application/scrape.js';
import { settled } from '#cost/settled.js';
import { valueAt } from '#ground/field.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { narrowed } from '#promql/metric/catalog.js';
import { min } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { Application } from '#synth/app/application.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { cluster } from '#cluster/cluster.js';
import { objectsOf as rendered } from '#imports/render.js';
import {
  alerting,
  bakery,
  openBaskets,
  requestRate,
  shop,
  shopMetrics,
  tooMany,
  web,
} from '../synth/estate/shop.js';

const asked = { port: 'http', interval: '30s', metrics: [shopMetrics] } as const;
const alerts = alerting(tooMany('TooManyRequests', requestRate));
const keeping = shop({
  scrapes: [scrape(web, { ...asked, keep: 'used' })],
  exporters: [],
  groups: alerts,
  dashboards: [],
});
const reads = bakery({ groups: alerting(tooMany('TooManyBaskets', openBaskets)) });
const keptOf = (scrapes: readonly Scrape[]) => scrapes.map(({ kept }) => kept);

describe('the applications of a place, reckoned at once', () => {
  test('are the same values where nothing is to be reckoned', () => {
    const plain = shop();
    expect(settled([plain])[0]).toBe(plain);
  });

  test('keep what others read', () => {
    const [first] = settled([keeping, reads]);
    expect(first && keptOf(scrapesOf(first))).toEqual([['shop_baskets', 'shop_requests_total']]);
  });

  test('keep what other clusters read', () => {
    const [first] = settled([keeping], () => [reads]);
    expect(first && keptOf(scrapesOf(first))).toEqual([['shop_baskets', 'shop_requests_total']]);
  });

  test('come to the same where they are reckoned again', () => {
    expect(settled(settled([keeping, reads]))).toEqual(settled([keeping, reads]));
  });

  test('have exporters whose answers are kept in part', () => {
    const own = narrowed(redisExporterMetrics, { namespace: 'shop-prod' });
    const cached = shop({
      exporters: [
        redisExporter('cache', {
          namespace: 'shop-prod',
          address: 'redis:6379',
          keep: 'used',
          sampleLimit: 'derived',
        }),
      ],
      groups: alerting(tooMany('CacheUp', min(value(own.memoryUsed)))),
      dashboards: [],
    });
    expect(settled([cached])[0]?.exporters[0]?.scrape).toMatchObject({
      kept: ['redis_memory_used_bytes'],
      intake: { sampleLimit: 100 },
    });
  });

  test('have limits twice as high as what is expected, in hundreds', () => {
    const limited = shop({
      scrapes: [
        scrape(web, {
          ...asked,
          sampleLimit: 'derived',
          expects: { values: { endpoint: 30, status: 6 }, undeclared: 60 },
        }),
      ],
      exporters: [],
    });
    // 180 of requests, 1 of baskets, 60 others: twice 241 is 482.
    expect(settled([limited])[0]?.scrapes[0]?.intake.sampleLimit).toBe(500);
  });
});

const keepOf = (manifest: unknown) =>
  valueAt(manifest, ['spec', 'endpoints', 0, 'metricRelabelings', 0, 'regex']);

describe('what is rendered of a scrape that keeps what is used', () => {
  test('is in a cluster what all of its applications read', () => {
    const { charts } = synthesisOf({ places: [cluster('production', { applications: [keeping, reads] })] });
    const objects = charts.flatMap(({ make }) => {
      const chart = make(new App(), []);
      return chart === undefined ? [] : rendered(chart).objects;
    });
    const monitor = objects.find(
      ({ manifest }) => manifest.kind === 'ServiceMonitor' && manifest.metadata.name === 'shop',
    );
    expect(keepOf(monitor?.manifest)).toBe('shop_baskets|shop_requests_total');
  });

  test('is on a host what its application reads', () => {
    const { files } = synthesisOf({ places: [host(keeping)] });
    const config = [...files].find(([path]) => path.endsWith('/prometheus.yml'))?.[1];
    expect(config).toMatch(/action: keep\n.*\n.*\n? *regex: shop_requests_total/);
  });

  test('is in an App of others what its application reads', () => {
    const chart = new Application(new App(), keeping);
    const { objects } = rendered(chart);
    const monitor = objects.find(({ manifest }) => manifest.kind === 'ServiceMonitor');
    expect(keepOf(monitor?.manifest)).toBe('shop_requests_total');
  });

  test('is a drop of all where nothing is read, since an empty pattern means any to the operator', () => {
    const chart = new Application(new App(), { ...keeping, groups: [] });
    const monitor = rendered(chart).objects.find(({ manifest }) => manifest.kind === 'ServiceMonitor');
    expect(valueAt(monitor?.manifest, ['spec', 'endpoints', 0, 'metricRelabelings', 0])).toMatchObject({
      action: 'drop',
      regex: '.+',
    });
  });
});
