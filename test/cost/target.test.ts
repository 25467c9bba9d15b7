import { describe, expect, test } from '@jest/globals';
import { scrape } from '#application/scrape.js';
import type { AskingSpec } from '#application/scrape/asking.js';
import { redisExporter } from '#application/exporter/redis.js';
import { targetSeries } from '#cost/target.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, summary } from '#promql/metric/declare.js';
import { web } from '../synth/estate/shop.js';

const metrics = catalog({
  open: gauge('shop_open', { help: 'Whether it is open', unit: 'boolean' }),
  orders: counter('shop_orders_total', {
    help: 'Orders',
    labels: ['kind'],
    values: { kind: ['new', 'old'] },
  }),
  requests: counter('shop_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
  duration: histogram('shop_duration_seconds', { help: 'Time', labels: ['path'], buckets: [0.1, 1, 10] }),
  size: summary('shop_size_bytes', { help: 'Size' }),
});
type Spec = Pick<AskingSpec, 'expects' | 'drop'>;
const asked = (spec: Spec = {}) =>
  targetSeries(scrape(web, { port: 'http', interval: '30s', metrics: [metrics], ...spec }));
const of = (name: string, spec: Spec = {}) => asked(spec).metrics.find((each) => each.name === name);

describe('how many series a metric has at one target', () => {
  test('is one without labels', () => {
    expect(of('shop_open')).toMatchObject({ series: 1, basis: 'declared' });
  });

  test('is as many as a label has values that are declared', () => {
    expect(of('shop_orders_total')).toMatchObject({ series: 2, basis: 'declared' });
  });

  test('is ten times for each label of which nobody says it', () => {
    expect(of('shop_requests_total')).toMatchObject({
      series: 100,
      basis: 'assumed',
      unsaid: ['path', 'status'],
    });
  });

  test('is the product of what is said', () => {
    expect(of('shop_requests_total', { expects: { values: { path: 30, status: 6 } } })).toMatchObject({
      series: 180,
      basis: 'said',
      unsaid: [],
    });
  });

  test('is as many combinations as are said', () => {
    expect(
      of('shop_requests_total', { expects: { combinations: { shop_requests_total: 44 } } }),
    ).toMatchObject({
      series: 44,
      basis: 'said',
    });
  });

  test('is of a histogram each bucket with +Inf, the sum and the count, for each combination', () => {
    expect(of('shop_duration_seconds', { expects: { values: { path: 5 } } })?.parts).toEqual(
      new Map([
        ['shop_duration_seconds_count', 5],
        ['shop_duration_seconds_sum', 5],
        ['shop_duration_seconds_bucket', 20],
      ]),
    );
  });

  test('is of a summary its quantiles, the sum and the count', () => {
    expect(of('shop_size_bytes', { expects: { values: { quantile: 3 } } })?.series).toBe(5);
  });

  test('is none of what is dropped', () => {
    expect(of('shop_duration_seconds', { drop: { metrics: [/shop_duration.*/] } })).toBeUndefined();
  });
});

describe('how many series a target has', () => {
  test('is those of its metrics, those that no catalogue declares, and five of the scrape itself', () => {
    expect(asked({ expects: { values: { path: 2, status: 3, quantile: 3 }, undeclared: 20 } }).series).toBe(
      1 + 2 + 6 + 2 * 6 + 5 + 20 + 5,
    );
  });

  test('is assumed to be what a client brings by itself, where nobody says it', () => {
    expect(asked().undeclared).toEqual({ series: 48, basis: 'assumed' });
  });

  test('is what an exporter once had, of which an answer is recorded', () => {
    const redis = redisExporter('cache', { namespace: 'shop', address: 'redis:6379' });
    expect(targetSeries(redis.scrape).undeclared).toEqual({ series: 212, basis: 'measured' });
  });

  test('is of an exporter, of a metric whose labels nobody says, as many as it once had', () => {
    const redis = redisExporter('cache', { namespace: 'shop', address: 'redis:6379' });
    expect(targetSeries(redis.scrape).metrics.find(({ name }) => name === 'redis_db_keys')).toMatchObject({
      series: 16,
      basis: 'measured',
    });
  });

  test('is of an exporter what is said, where somebody says it', () => {
    const redis = redisExporter('cache', {
      namespace: 'shop',
      address: 'redis:6379',
      expects: { values: { db: 2 } },
    });
    expect(targetSeries(redis.scrape).metrics.find(({ name }) => name === 'redis_db_keys')).toMatchObject({
      series: 2,
      basis: 'said',
    });
  });
});
