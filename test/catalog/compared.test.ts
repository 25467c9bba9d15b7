import { describe, expect, test } from '@jest/globals';
import { compared } from '#catalog/compared.js';
import { families } from '#catalog/exposition.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';

const metrics = catalog({
  orders: counter('shop_orders_total', {
    help: 'Orders',
    labels: ['status'],
    values: { status: ['ok', 'failed'] },
  }),
  duration: histogram('shop_duration_seconds', { help: 'Duration', buckets: [0.5, 1] }),
  workers: gauge('shop_workers', { help: 'Workers' }),
});

const scrape = {
  orders: ['# TYPE shop_orders_total counter', 'shop_orders_total{status="ok"} 1'],
  duration: [
    '# TYPE shop_duration_seconds histogram',
    ...['0.5', '1', '+Inf'].map((le) => `shop_duration_seconds_bucket{le="${le}"} 1`),
  ],
  workers: ['# TYPE shop_workers gauge', 'shop_workers 1'],
};

const said = (change: Partial<Record<keyof typeof scrape, readonly string[]>>) =>
  compared(
    metrics,
    families(
      Object.values({ ...scrape, ...change })
        .flat()
        .join('\n'),
    ),
  ).map(({ where, why, cure }) => `${where}: ${why}; ${cure}`);

test('A catalogue differs in nothing from what exports it', () => {
  expect(said({})).toEqual([]);
});

describe('Told is', () => {
  test.each([
    [
      'what is missing',
      { workers: [] },
      'workers: shop_workers is not exported; let the program do what it counts once, or remove the metric from the catalogue',
    ],
    [
      'what has no series yet',
      { workers: ['# TYPE shop_workers gauge'] },
      'workers: shop_workers has no series yet; let the program do what it counts once, or remove the metric from the catalogue',
    ],
    [
      'what was renamed',
      { workers: ['# TYPE shop_worker gauge', 'shop_worker 1'] },
      'workers: shop_workers is not exported; it may be shop_worker now',
    ],
    [
      'what is of another type',
      { workers: ['# TYPE shop_workers counter', 'shop_workers 1'] },
      'workers: shop_workers is a counter, not a gauge; declare it as counter',
    ],
    [
      'what has other buckets',
      { duration: ['# TYPE shop_duration_seconds histogram', 'shop_duration_seconds_bucket{le="2"} 1'] },
      'duration: shop_duration_seconds has buckets 2; declare these',
    ],
    [
      'a label that is not declared',
      { workers: ['# TYPE shop_workers gauge', 'shop_workers{pool="a"} 1'] },
      'workers: shop_workers has a label pool that is not declared; add it to labels',
    ],
    [
      'a value that is not declared',
      { orders: ['# TYPE shop_orders_total counter', 'shop_orders_total{status="lost"} 1'] },
      'orders: shop_orders_total has status="lost", which is not declared; add it to the values of status',
    ],
  ])('%s', (_, change, fault) => {
    expect(said(change)).toEqual([fault]);
  });

  test('a label that is not there, with the one that is like it', () => {
    expect(
      said({ orders: ['# TYPE shop_orders_total counter', 'shop_orders_total{state="ok"} 1'] }),
    ).toContain('orders: shop_orders_total has no label status; it may be state');
  });
});
