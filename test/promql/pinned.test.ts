import { describe, expect, test } from '@jest/globals';
import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { pinned } from '#promql/expr/pinned.js';
import { bareMetric } from '#promql/metric/metric.js';
import { testRules } from './promtool.js';

const seoul = { cluster: 'seoul' };
const read = (promql: string): string => inline(pinned(parse(promql, bareMetric), seoul));

describe('an expression that is pinned to a cluster', () => {
  test.each([
    ['asks each series for it', 'sum(rate(a[5m]))', 'sum(rate(a{cluster="seoul"}[5m]))'],
    ['asks for it once', 'a{cluster="seoul"}', 'a{cluster="seoul"}'],
    ['asks what is absent for it too', 'absent(up{job="shop"})', 'absent(up{cluster="seoul",job="shop"})'],
    [
      'leaves two sides alone that were both summed up',
      'sum(a) / sum(b)',
      'sum(a{cluster="seoul"}) / sum(b{cluster="seoul"})',
    ],
    ['leaves two sides alone that were both read', 'a / b', 'a{cluster="seoul"} / b{cluster="seoul"}'],
    [
      'leaves it out of account where one side was summed up',
      'a / sum by (job) (b)',
      'a{cluster="seoul"} / ignoring (cluster) sum by (job) (b{cluster="seoul"})',
    ],
    [
      'adds it to what is ignored already',
      'a / ignoring (pod) group_left () sum by (job) (b)',
      'a{cluster="seoul"} / ignoring (pod,cluster) group_left sum by (job) (b{cluster="seoul"})',
    ],
    [
      'leaves what is found by named labels alone',
      'a * on (job) group_left () sum by (job) (b)',
      'a{cluster="seoul"} * on (job) group_left sum by (job) (b{cluster="seoul"})',
    ],
  ])('%s', (_, given, text) => {
    // Blanks are the printer's.
    const plain = (promql: string): string => promql.replaceAll(/\s/g, '');
    expect(plain(read(given))).toBe(plain(text));
  });

  test('is the same where there is nothing to pin it to', () => {
    const expr = parse('sum(a) / b', bareMetric);
    expect(pinned(expr, {})).toBe(expr);
  });
});

/** Series of one cluster, as its own Prometheus has them. */
const series = (labels: string, factor: number) =>
  [
    { series: `a{job="shop",pod="1"${labels}}`, values: `${factor}+${factor}x10` },
    { series: `a{job="shop",pod="2"${labels}}`, values: `${2 * factor}+${factor}x10` },
    { series: `b{job="shop"${labels}}`, values: `${4 * factor}x10` },
    { series: `up{job="shop"${labels}}`, values: '1x10' },
  ] as const;

/** What a vector comes to, whatever its labels: how many series, and their sum. */
const measured = (expr: string, count: number, sum: number) => [
  { expr: `count(${expr})`, eval_time: '10m', exp_samples: [{ labels: '{}', value: count }] },
  { expr: `sum(${expr})`, eval_time: '10m', exp_samples: [{ labels: '{}', value: sum }] },
];

const expressions: readonly (readonly [string, number, number])[] = [
  ['sum by (job) (a)', 1, 23],
  ['a > 11', 1, 12],
  ['sum(a) / sum(b)', 1, 5.75],
  ['sum without (pod) (a) / b', 1, 5.75],
  ['sum by (job) (a) / b', 1, 5.75],
  ['a / ignoring (pod) group_left () sum by (job) (b)', 2, 5.75],
  ['a and ignoring (pod) sum by (job) (b)', 2, 23],
  ['sum by (job) (a) or b', 1, 23],
  ['sum(a) or vector(0)', 1, 23],
  ['sum(gone) or vector(0)', 1, 0],
  ['topk(1, a) / ignoring (pod) sum without (pod) (b)', 1, 3],
  ['absent(gone{job="shop"})', 1, 1],
  ['max_over_time(sum(a)[5m:1m])', 1, 23],
];

describe('two clusters whose series lie together do not mix (by promtool)', () => {
  test('each expression gives where its cluster is alone what is expected', async () => {
    const tests = expressions.flatMap(([expr, count, sum]) => measured(expr, count, sum));
    expect(
      await testRules(
        [{ record: 'x', expr: '1' }],
        [{ interval: '1m', input_series: series('', 1), promql_expr_test: tests }],
      ),
    ).toBe('');
  });

  test('pinned to its cluster each gives the same beside another', async () => {
    const tests = expressions.flatMap(([expr, count, sum]) => measured(read(expr), count, sum));
    const both = [...series(',cluster="seoul"', 1), ...series(',cluster="busan"', 100)];
    expect(
      await testRules(
        [{ record: 'x', expr: '1' }],
        [{ interval: '1m', input_series: both, promql_expr_test: tests }],
      ),
    ).toBe('');
  });

  test('what is gone in one cluster is told of that, though another has it', async () => {
    const gone = read('absent(up{job="shop"})');
    expect(
      await testRules(
        [{ alert: 'ShopGone', expr: gone }],
        [
          {
            interval: '1m',
            input_series: series(',cluster="busan"', 1),
            alert_rule_test: [
              {
                eval_time: '5m',
                alertname: 'ShopGone',
                exp_alerts: [{ exp_labels: { cluster: 'seoul', job: 'shop' } }],
              },
            ],
          },
        ],
      ),
    ).toBe('');
  });

  test('unpinned, the same rule is quiet', async () => {
    expect(
      await testRules(
        [{ alert: 'ShopGone', expr: 'absent(up{job="shop"})' }],
        [
          {
            interval: '1m',
            input_series: series(',cluster="busan"', 1),
            alert_rule_test: [{ eval_time: '5m', alertname: 'ShopGone', exp_alerts: [] }],
          },
        ],
      ),
    ).toBe('');
  });
});
