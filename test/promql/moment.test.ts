import { describe, expect, test } from '@jest/globals';
import { record } from '#alerts/rule/recording.js';
import { lookBack } from '#promql/expr/look-back.js';
import { needsOf } from '#promql/expr/needs.js';
import { parse } from '#promql/expr/parse.js';
import { print } from '#promql/expr/print.js';
import { typeOf } from '#promql/expr/types.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';
import { bareMetric } from '#promql/metric/metric.js';
import { sum } from '#promql/vector/aggregate.js';
import { rawPromql } from '#promql/vector/raw.js';
import { rate, value } from '#promql/vector/select.js';
import { sumOverSubquery } from '#promql/vector/subquery.js';
import { judgedBy, read } from './judged.js';
import { checkRules } from './promtool.js';

const lookup = (name: string) => bareMetric(name);
const printed = (text: string): string => print(parse(text, lookup));

const texts: readonly (readonly [text: string, printed: string])[] = [
  ['a @ 1609746000', 'a @ 1609746000'],
  ['a @ start()', 'a @ start()'],
  ['rate(a[5m] @ end())', 'rate(a[5m] @ end())'],
  ['rate(a[5m] offset 1h @ end())', 'rate(a[5m] @ end() offset 1h)'],
  ['a @ -100', 'a @ -100'],
  ['a @ 1m', 'a @ 60'],
  ['a - b @ 5', 'a - b @ 5'],
  ['max_over_time(sum(a)[1h:5m] @ end())', 'max_over_time(sum(a)[1h:5m] @ end())'],
  ['max_over_time(sum(a)[1h:5m] offset 1d)', 'max_over_time(sum(a)[1h:5m] offset 1d)'],
  ['a offset -5m', 'a offset -5m'],
  ['a offset -1h30m', 'a offset -90m'],
  ['rate(a[1h30m])', 'rate(a[90m])'],
  ['rate(a[5m * 2])', 'rate(a[10m])'],
  ['rate(a[(1h - 30m) + 5])', 'rate(a[1805s])'],
  ['rate(a[min_of(5m, 2m)] offset (2 * 1h))', 'rate(a[2m] offset 2h)'],
  ['a offset -(2 * 1h)', 'a offset -2h'],
  ['a > 5.', 'a > 5'],
  ['a > 1./4.', 'a > 1 / 4'],
  ['label_replace(a, "x", "5.", "l", "6.")', 'label_replace(a, "x", "5.", "l", "6.")'],
  ['{"http.server.duration"}', '{"http.server.duration"}'],
  [
    'rate({"http.server.duration", "service.name"="x"}[5m])',
    'rate({"http.server.duration", "service.name"="x"}[5m])',
  ],
  ['{"a", b="c"}', 'a{b="c"}'],
  ["{'a b', \"c\"='d'}", '{"a b", c="d"}'],
  ['sum by ("service.name", l) (a)', 'sum by ("service.name", l) (a)'],
  ['a * on ("a.b") group_left ("c.d") b', 'a * on ("a.b") group_left ("c.d") b'],
  ['{job="x"}', '{job="x"}'],
  ['{__name__="a", l="x"}', 'a{l="x"}'],
  ['count({__name__=~"a.*", l="x"})', 'count({__name__=~"a.*", l="x"})'],
];

describe('It is read, and printed as each release of Prometheus reads it that can', () => {
  test.each(texts)('%s', (text, wanted) => {
    expect(printed(text)).toBe(wanted);
  });
});

test('Real promtool reads all of it that it knows', async () => {
  const known = texts.map(([text]) => parse(text, lookup)).filter((expr) => needsOf(expr).length === 0);
  // A window alone is no rule.
  const rules = known
    .filter((expr) => typeOf(expr) === 'vector')
    .map((expr, i) => ({ record: `read:${i}`, expr: print(expr) }));
  expect(rules.length).toBeGreaterThan(15);
  expect(await checkRules(rules)).toBe('');
});

describe('It is refused', () => {
  test.each([
    ['a @ 5 @ 6', /once; move it to each selector/],
    ['sum(a) @ 5', /only a selector or a subquery is read at a moment/],
    ['a @ Inf', /write a moment in seconds since 1970/],
    ['a @ 5 [5m]', /a range is of a plain selector/],
    ['rate(a[5m - 10m])', /it is -300 s long; make it longer than 0/],
    ['rate(a[5m / 0])', /write a length of time/],
    ['rate(a[step()])', /by the step or the range of the query is read by Prometheus 3.14/],
    ['a offset 9.5e10', /write a length of time/],
    ['{}', /it selects every series that there is/],
    ['{job=~".*"}', /it selects every series that there is/],
    ['{job!="x"}', /it selects every series that there is/],
    ['{"a", "b"}', /the metric has its name already/],
    ['a{__name__="b"}', /the metric has its name already/],
    ['{""}', /a name is not empty/],
    ['a + on(l) fill(0) b', /fill is read by Prometheus 3.10 and later, and only with/],
    ['rate(a[5m] anchored)', /anchored and smoothed are read by Prometheus 3.7 and later/],
  ])('%s', (text, why) => {
    expect(() => printed(text)).toThrow(why);
  });
});

test('An offset into the future looks back no further', () => {
  expect(lookBack(parse('rate(a[5m] offset -1h)', lookup))).toBe(600);
});

const metrics = catalog({
  requests: counter('shop_requests_total', { help: 'Requests', labels: ['path'] }),
  baskets: gauge('shop_baskets', { help: 'Baskets', labels: ['path'] }),
});

test('The sum over a window is typed with an offset too', () => {
  expect(String(sumOverSubquery(sum(value(metrics.baskets)), '1h', '5m', '1d'))).toBe(
    'sum_over_time(sum(shop_baskets)[1h:5m] offset 1d)',
  );
});

describe('Series without the name of a metric', () => {
  const over = (text: string) => rawPromql(text, { labels: ['job'], unit: 'count', metrics: [metrics] });

  test('are drawn', () => {
    expect(String(over('count by (job) ({path="/"})'))).toBe('count by (job) ({path="/"})');
  });

  test('have no label that no metric has', () => {
    expect(() => over('count by (job) ({paht="/"})')).toThrow(/has no label paht/);
  });

  test('are of a metric that there is', () => {
    expect(() => over('count by (job) ({__name__=~"shop_basket"})')).toThrow(
      /selects nothing: __name__ is one/,
    );
  });

  test('(mistake 48) have no rate, since its series would have no names', () => {
    expect(() => over('sum by (job) (rate({path="/"}[5m]))')).toThrow(/drops the names of metrics/);
  });
});

describe('(mistake 48) In a rule it is refused', () => {
  const judged = judgedBy(metrics);

  test.each([
    ['sum(shop_baskets @ end()) > 5', /is read at one moment, and a rule/],
    ['sum(shop_baskets offset -5m) > 5', /looks into the future, where a rule finds no samples/],
    ['count({path="/"}) > 5', /reads whatever is scraped/],
  ])('%s', (text, why) => {
    expect(judged(text)).toMatch(why);
  });

  test('as in a recording rule', () => {
    expect(() => record('shop:requests:rate5m', sum(rate(metrics.requests.at('end'), '5m')))).toThrow(
      /is read at one moment/,
    );
  });

  test('and not in a panel', () => {
    expect(String(sum(rate(metrics.requests.at('end').offset('-5m'), '1h')))).toBe(
      'sum(rate(shop_requests_total[1h] @ end() offset -5m))',
    );
  });
});

describe('(mistake 46) A function is', () => {
  test.each([
    ['rat(a[5m])', /character 1, rat is no function of any release of Prometheus; write rate/],
    [
      'holt_winters(a[5m], 0.5, 0.5)',
      /holt_winters is called double_exponential_smoothing since Prometheus 3.0/,
    ],
    ['sum(rate(err_total[5m])) / coutn(a)', /coutn is no function of any release of Prometheus; write count/],
    [
      'ts_of_max_over_time(a[5m])',
      /it since 3.5, and only with --enable-feature=promql-experimental-functions/,
    ],
    ['topk(NaN, a)', /topk of NaN series/],
  ])('%s', (text, why) => {
    expect(read(text)).toMatch(why);
  });
});
