import { describe, expect, test } from '@jest/globals';
import { selectors } from '#promql/expr/ast.js';
import { labelsOf } from '#promql/expr/labels.js';
import { parsed } from '#rules/expression.js';
import { understood } from '#rules/understood.js';
import { readOf } from './given.js';

const rulesOf = (...rules: readonly object[]) =>
  readOf(JSON.stringify({ groups: [{ name: 'a', rules }] })).groups;
const alerts = (...exprs: readonly string[]) => rulesOf(...exprs.map((expr) => ({ alert: 'A', expr })));

/** What is known of a metric that expressions read. */
const told = (name: string, ...exprs: readonly string[]) => understood(alerts(...exprs)).metrics.get(name);

describe('an expression', () => {
  const outcome = (text: string): string => Object.keys(parsed(text))[0] ?? '';

  test.each([
    'up == 0',
    '{__name__=~"node_.*", job="x"} > 0',
    '{job="x"} > 0',
    '{"http.server.duration", "service.name"="x"} > 1',
    'limitk(5, up)',
    'rate(a[1h30m]) > 0',
    'a[5m * 2] offset -1m',
    'mad_over_time(a[5m]) > 1',
  ])('%s is read', (text) => {
    // A window alone is no alert, but it is read.
    expect(outcome(text)).toBe('expr');
  });

  test.each([
    'raet(a[5m])',
    'sum by job (a)',
    'rate(a[5m]',
    'a >',
    'rate(a)',
    'sum(a) by b',
    '{}',
    'a == "x"',
  ])('%s is wrong', (text) => {
    expect(outcome(text)).toBe('wrong');
  });

  test.each([
    'future_function(a)',
    'holt_winters(a[5m], 0.5, 0.5)',
    'a </ 5',
    'rate(a[5m] anchored)',
    'a[step()]',
  ])('%s is not judged', (text) => {
    expect(outcome(text)).toBe('unknown');
  });

  test.each([
    ['sum by service (a)', 'character 5, labels stand in parentheses; write by (service)'],
    ['sum without job, pod (a)', 'character 5, labels stand in parentheses; write without (job, pod)'],
    ['a / on job b', 'character 5, labels stand in parentheses; write on (job)'],
  ])('%s is told how labels are grouped', (text, why) => {
    expect(parsed(text)).toMatchObject({ wrong: [{ code: 'promql-syntax', why }] });
  });

  test('of Loki is not judged', () => {
    const groups = alerts('count_over_time({app="x"} | json [5m]) > 1');
    expect([...understood(groups).of.values()]).toEqual([
      { unknown: [{ code: 'promql-syntax', why: 'it is written in LogQL, and only PromQL is judged' }] },
    ]);
  });
});

describe('the kind of a metric is told by', () => {
  test.each([
    ['its name', 'a_total', 'a_total > 1', 'counter'],
    ['no name, where it is a gauge', 'a', 'a > 1', 'gauge'],
    ['a rate', 'a', 'sum by (job) (rate(a[5m])) > 1', 'counter'],
    ['a slope', 'a_count', 'deriv(a_count[5m]) > 1', 'gauge'],
    [
      'a quantile of what has no buckets',
      'a_seconds',
      'histogram_quantile(0.9, sum(rate(a_seconds[5m]))) > 1',
      'histogram',
    ],
    ['its buckets', 'a_bucket', 'histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m]))) > 1', 'counter'],
  ])('%s', (_, name, expr, kind) => {
    expect(told(name, expr)?.kind).toBe(kind);
  });

  test('another rule of the same files', () => {
    expect(told('a', 'a > 1', 'rate(a[5m]) > 1')?.kind).toBe('counter');
  });

  test('the whole of a histogram, which its parts belong to', () => {
    expect(told('a_count', 'rate(a_sum[5m]) / rate(a_count[5m]) > 1')?.family).toBe('a');
  });

  test('no family, where it counts by itself', () => {
    expect(told('a_count', 'a_count > 1')?.family).toBeUndefined();
  });
});

describe('the labels of a metric are those', () => {
  const labels = (...exprs: readonly string[]) => told('a', ...exprs)?.ownLabels;

  test.each([
    ['of its matchers', 'a{x="1"} > 0', ['x']],
    ['by which it is grouped', 'sum by (x, y) (a) > 0', ['x', 'y']],
    ['by which it is joined', 'a * on (x) group_left (y) b > 0', ['x']],
    ['that another side brings along', 'b * on (x) group_left (y) a > 0', ['x', 'y']],
    ['that are renamed', 'sum by (z) (label_replace(a, "z", "$1", "x", "(.*)")) > 0', ['x']],
    ['of the target, which are not its own', 'sum by (pod) (a) > 0', []],
  ])('%s', (_, expr, own) => {
    expect(labels(expr)).toEqual(own);
  });

  test('of which the texts of the alert speak', () => {
    const groups = rulesOf({ alert: 'A', expr: 'a > 0', annotations: { summary: '{{ $labels.queue }}' } });
    expect(understood(groups).metrics.get('a')?.ownLabels).toEqual(['queue']);
  });
});

describe('what rules record', () => {
  const recordedLabels = (...rules: readonly object[]) => {
    const { metrics } = understood(rulesOf(...rules));
    const { recorded } = metrics.get('a:b:sum') ?? {};
    return recorded && labelsOf(recorded);
  };

  test('has the labels of its expression and of its rule', () => {
    expect(recordedLabels({ record: 'a:b:sum', expr: 'sum by (x) (b)', labels: { q: '0.9' } })).toEqual(
      new Set(['x', 'q']),
    );
  });

  test('is known down to what is scraped', () => {
    expect(
      recordedLabels(
        { record: 'a:b:sum', expr: 'b:c:sum * 2' },
        { record: 'b:c:sum', expr: 'sum by (y) (c)' },
      ),
    ).toEqual(new Set(['y']));
  });

  test('is only known by its name, where it reads itself', () => {
    expect(recordedLabels({ record: 'a:b:sum', expr: 'a:b:sum or b' })).toBeUndefined();
  });

  test('is only known by its name, where two rules record it', () => {
    expect(
      recordedLabels({ record: 'a:b:sum', expr: 'sum(b)' }, { record: 'a:b:sum', expr: 'sum(c)' }),
    ).toBeUndefined();
  });

  test('is read with its expression by an alert', () => {
    const groups = rulesOf({ record: 'a:b:sum', expr: 'sum(b)' }, { alert: 'A', expr: 'a:b:sum > 1' });
    const [, alert] = [...understood(groups).of.values()];
    expect(
      alert && 'expr' in alert && selectors(alert.expr).map(({ metric }) => metric.recorded?.type),
    ).toEqual(['aggregation']);
  });
});
