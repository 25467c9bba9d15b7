import { describe, expect, test } from '@jest/globals';
import { inline } from '#promql/expr/inline.js';
import { anySeries, anywhere, isNew, missing } from '#promql/vector/presence.js';
import { max } from '#promql/vector/aggregate.js';
import { shop } from './shop.js';
import { testRules } from './promtool.js';

const here = shop.memory.where({ job: 'shop' });

test('whether there is any series is asked of those that are meant', () => {
  expect(String(anySeries(here))).toBe('group(shop_memory_bytes{job="shop"})');
});

test('whether anybody exports it is asked of all', () => {
  expect(String(anywhere(here))).toBe('group(shop_memory_bytes)');
});

test('what is missing is told without the labels of its selector', () => {
  expect(String(max(missing(here)))).toBe('max(absent(shop_memory_bytes{job="shop"}))');
});

describe('a metric is new (mistake 41)', () => {
  const expr = inline(isNew(here, '10m').expr);
  const at = (eval_time: string, isThere: boolean) => ({
    expr,
    eval_time,
    exp_samples: isThere ? [{ labels: '{}', value: 1 }] : [],
  });
  const series = [{ series: 'shop_memory_bytes{job="shop"}', values: '_x19 1x20 _x19 1x60' }];

  test('for a window after its first series, and for one after a gap as long', async () => {
    const promql_expr_test = [
      at('9m', false),
      at('10m30s', true),
      at('19m', true),
      at('21m', false),
      at('31m', true),
      at('39m', true),
      at('41m', false),
    ];
    expect(await testRules([], [{ interval: '30s', input_series: series, promql_expr_test }])).toBe('');
  });

  test('while it is gone, too, from a window on and for half of one more', async () => {
    const input_series = [{ series: 'shop_memory_bytes{job="shop"}', values: '1x60 stale' }];
    const promql_expr_test = [
      at('30m', false),
      at('39m', false),
      at('42m', true),
      at('44m', true),
      at('46m', false),
    ];
    expect(await testRules([], [{ interval: '30s', input_series, promql_expr_test }])).toBe('');
  });

  test('not after a single failed scrape', async () => {
    const input_series = [{ series: 'shop_memory_bytes{job="shop"}', values: '1x39 _ 1x40' }];
    const promql_expr_test = ['20m30s', '21m', '30m', '30m30s'].map((time) => at(time, false));
    expect(await testRules([], [{ interval: '30s', input_series, promql_expr_test }])).toBe('');
  });
});
