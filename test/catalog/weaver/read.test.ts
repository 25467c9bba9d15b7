import { describe, expect, test } from '@jest/globals';
import { registryIn, strategyOf } from '#catalog/weaver/files.js';
import { declaredBy } from '#catalog/weaver/read.js';
import type { Strategy } from '#catalog/weaver/translated.js';
import { pythonBuckets } from '#promql/metric/declare.js';

const of = (folder: string, strategy: Strategy = 'UnderscoreEscapingWithSuffixes') =>
  declaredBy(registryIn(folder, 'test/catalog/weaver'), strategy);
const read = of('registry');
const called = (name: string) => read.find((each) => each.name === name);

test('metrics have the names, kinds and texts of which Prometheus stores them', () => {
  expect(read.map(({ kind, name, help }) => [kind, name, help])).toEqual([
    ['histogram', 'shop_request_duration_seconds', 'How long it took to answer.'],
    ['counter', 'shop_orders_total', 'Orders.'],
    ['histogram', 'shop_basket_size', 'What is in a basket.'],
    ['gauge', 'shop_workers', 'Workers.'],
    ['gauge', 'shop_pool_utilization_ratio', 'How much of the pool is in use.'],
  ]);
});

test('labels are those of the group that is extended and its own, but for what is opted in and what is a template', () => {
  expect(called('shop_request_duration_seconds')?.labels).toEqual(['http_route', 'error_type']);
});

test('an attribute that another registry defines is a label too', () => {
  expect(called('shop_orders_total')?.labels).toEqual(['shop_order_state', 'server_address']);
});

test('members are the values of a label', () => {
  expect(called('shop_orders_total')?.values).toEqual({ shop_order_state: ['placed', 'paid', 'lost'] });
});

test('a single member is no closed set', () => {
  expect(called('shop_request_duration_seconds')?.values).toBeUndefined();
});

test('buckets of seconds are those that the conventions recommend', () => {
  expect(called('shop_request_duration_seconds')?.buckets).toEqual(pythonBuckets);
});

test('others are those of the SDK', () => {
  expect(called('shop_basket_size')?.buckets?.slice(0, 3)).toEqual([0, 5, 10]);
});

test('names that are not translated keep their dots, and units stand beside them', () => {
  expect(
    of('registry', 'NoTranslation').map(({ name, unit, labels }) => [name, unit, labels[0]]),
  ).toMatchObject([
    ['shop.request.duration', 'seconds', 'http.route'],
    ['shop.orders', undefined, 'shop.order.state'],
    ['shop.basket.size', undefined, undefined],
    ['shop.workers', undefined, undefined],
    ['shop.pool.utilization', 'ratio', undefined],
  ]);
});

test('the second form is read as the first', () => {
  expect(of('second')).toEqual([
    {
      ...{ name: 'shop_orders_total', kind: 'counter', help: 'Orders.' },
      ...{ labels: ['shop_order_state', 'http_route'], values: { shop_order_state: ['placed', 'paid'] } },
    },
  ]);
});

describe('it is told', () => {
  test('where nothing declares a metric', () => {
    expect(() => of('registry/manifest.yaml')).toThrow('registry/manifest.yaml declares no metric');
  });

  test('which strategy is meant', () => {
    expect(() => strategyOf('NoTranslations')).toThrow('--names NoTranslations: NoTranslation is meant?');
  });
});
