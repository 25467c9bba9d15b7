import { describe, expect, test } from '@jest/globals';
import { inline } from '#promql/expr/inline.js';
import { cannotFire, hardlyFires, seemsNeverToFire } from '#derive/reason/cannot-fire.js';
import { asked } from './asked.js';

/** The part that is to blame. */
const blame = (text: string): string | undefined => {
  const found = cannotFire(asked(text));
  return found && inline(found.blame);
};
const why = (text: string): string | undefined => cannotFire(asked(text))?.why;

describe('Matchers that let nothing through are to blame:', () => {
  test.each([
    ['up{job="a", job="b"} == 0', 'up{job="a", job="b"}'],
    ['sum(rate(x_total{l!="", l=""}[5m])) > 1', 'x_total{l!="", l=""}'],
    ['up{job=~"a|b", job=~"c|d"} == 0', 'up{job=~"a|b", job=~"c|d"}'],
    ['rate(x_total{path!~".*"}[5m]) > 0.01', 'x_total{path!~".*"}'],
    ['up == 0 and seats{room=~"5..", room=~"4.."}', 'seats{room=~"5..", room=~"4.."}'],
    [
      'up{job="a", job="b"} or seats{room="a", room="b"}',
      'up{job="a", job="b"} or seats{room="a", room="b"}',
    ],
  ])('%s', (text, part) => {
    expect(blame(text)).toBe(part);
  });
});

describe('Sides that never match are to blame:', () => {
  test.each([
    ['sum(a{l="a"} / a{l="b"}) > 1', 'a{l="a"} / a{l="b"}'],
    ['a{s="hit"} / (a{s="hit"} + a{s="miss"}) < 0.8', 'a{s="hit"} + a{s="miss"}'],
    [
      'sum by (status) (rate(x_total{status=~"500|503"}[5m])) / sum(rate(x_total[5m])) > 0.1',
      'sum by (status) (rate(x_total{status=~"500|503"}[5m])) / sum(rate(x_total[5m]))',
    ],
    ['up{job="a"} > vector(0)', 'up{job="a"} > vector(0)'],
    ['up{job="a"} == 0 and absent(seats)', 'up{job="a"} == 0 and absent(seats)'],
    ['x{job="a"} > on (job) y{job="b"}', 'x{job="a"} > on (job) y{job="b"}'],
    [
      '(x / ignoring (limit) y{limit="max"} > 0.8) and y{limit="max"} > 0',
      'x / ignoring (limit) y{limit="max"} > 0.8 and y{limit="max"} > 0',
    ],
    [
      'sum by (pod) (x) * on (pod, node) group_left () info{node="n-1"} > 5',
      'sum by (pod) (x) * on (pod, node) group_left info{node="n-1"}',
    ],
    [
      'label_replace(x, "team", "sea", "", "") and on (team) owner{team="land"}',
      'label_replace(x, "team", "sea", "", "") and on (team) owner{team="land"}',
    ],
    [
      'histogram_quantile(0.9, rate(x_bucket[5m])) > on (le) limit{le="1"}',
      'histogram_quantile(0.9, rate(x_bucket[5m])) > on (le) limit{le="1"}',
    ],
  ])('%s', (text, part) => {
    expect(blame(text)).toBe(part);
  });
});

describe('Comparisons that no value passes are to blame:', () => {
  test.each([
    ['absent(x) > 1', "'absent(x) > 1' never holds: 'absent(x)' is always 1"],
    ['absent(x) != 1', "'absent(x) != 1' never holds: 'absent(x)' is always 1"],
    ['absent(x) == 0', "'absent(x) == 0' never holds: 'absent(x)' is always 1"],
    ['count(x) == 0', "'count(x) == 0' never holds: 'count(x)' is 1 at the least"],
    [
      'count by (job) (up) < 1',
      "'count by (job) (up) < 1' never holds: 'count by (job) (up)' is 1 at the least",
    ],
    ['x % 2 > 2', "'x % 2 > 2' never holds: 'x % 2' lies between -2 and 2"],
    ['rate(x_total[5m]) < 0', "'rate(x_total[5m]) < 0' never holds: 'rate(x_total[5m])' is 0 at the least"],
    ['hour() > 24', "'hour() > 24' never holds: 'hour()' lies between 0 and 23"],
    ['day_of_week() == 7', "'day_of_week() == 7' never holds: 'day_of_week()' lies between 0 and 6"],
    ['month() == 0', "'month() == 0' never holds: 'month()' lies between 1 and 12"],
    ['vector(0) > 1', "'vector(0) > 1' never holds: 'vector(0)' is always 0"],
    ['(up > bool 0) > 1', "'up > bool 0 > 1' never holds: 'up > bool 0' lies between 0 and 1"],
    [
      'sum by (job) (x == 0) > 0',
      "'sum by (job) (x == 0) > 0' never holds: 'sum by (job) (x == 0)' is always 0",
    ],
    [
      'stddev_over_time(x[5m]) < 0',
      "'stddev_over_time(x[5m]) < 0' never holds: 'stddev_over_time(x[5m])' is 0 at the least",
    ],
    ['max(x > 5) < 3', "'max(x > 5) < 3' never holds: 'max(x > 5)' is 5 at the least"],
    ['x > x', "'x > x' never holds: it compares values with themselves"],
    ['x == NaN', "'x == NaN' never holds: 'NaN' is NaN, and nothing compares with that"],
    [
      'abs(x) < -clamp(y, 1, 2)',
      "'abs(x) < -clamp(y, 1, 2)' never holds: 'abs(x)' is 0 at the least, and '-clamp(y, 1, 2)' lies between -2 and -1",
    ],
    [
      'sum(rate(x_total{code="5"}[5m])) / sum(rate(x_total[5m])) > 1.5',
      `'sum(rate(x_total{code="5"}[5m])) / sum(rate(x_total[5m])) > 1.5' never holds: 'sum(rate(x_total{code="5"}[5m])) / sum(rate(x_total[5m]))' lies between 0 and 1`,
    ],
    [
      'histogram_quantile(0.9, rate(x_bucket{le="0.5"}[5m])) > 1',
      `'histogram_quantile(0.9, rate(x_bucket{le="0.5"}[5m])) > 1' never holds: 'histogram_quantile(0.9, rate(x_bucket{le="0.5"}[5m]))' is NaN, and nothing compares with that`,
    ],
    [
      'histogram_quantile(95, rate(x_bucket[5m])) < 1',
      "'histogram_quantile(95, rate(x_bucket[5m])) < 1' never holds: 'histogram_quantile(95, rate(x_bucket[5m]))' is always Infinity",
    ],
  ])('%s', (text, told) => {
    expect(why(text)).toBe(told);
  });
});

describe('Series that are matched with themselves are to blame:', () => {
  test.each([
    ['max by (instance) (rate(x_total{code=~"5.."}[5m]) / rate(x_total[5m])) > 1.5', 'is always 1'],
    ['x{a="1"} / x < 0.5', '\'x{a="1"} / x\' is always 1'],
    ['100 / x * x{dimension=~"free|cached"} < 20', 'is 99.9999999 at the least'],
    ['x - x{a="1"} > 3', 'is always 0'],
    ['x / ignoring (code) x > 2', 'lies between 0 and 1'],
  ])('%s', (text, told) => {
    expect(why(text)).toMatch(told);
  });
});

describe('Moments that never are in this order are to blame:', () => {
  test.each([
    [
      'timestamp(a > b) < time() - 36000',
      "'timestamp(a > b) < time() - 36000' never holds: 'timestamp(a > b)' is the moment of the evaluation, and 'time() - 36000' is 10h before the evaluation",
    ],
    [
      'timestamp(x offset 1h) > time() - 60',
      "'timestamp(x offset 1h) > time() - 60' never holds: 'timestamp(x offset 1h)' is at the latest 1h before the evaluation, and 'time() - 60' is 1m before the evaluation",
    ],
    [
      'time() - timestamp(x) < 0',
      "'time() - timestamp(x) < 0' never holds: 'time() - timestamp(x)' is 0 at the least",
    ],
    [
      'max(timestamp(x)) > time()',
      "'max(timestamp(x)) > time()' never holds: 'max(timestamp(x))' is at the latest the moment of the evaluation, and 'time()' is the moment of the evaluation",
    ],
  ])('%s', (text, told) => {
    expect(why(text)).toBe(told);
  });
});

describe('What seems never to fire is a guess:', () => {
  test.each([
    'avg(rate(connects[5m])) < 0',
    'sum(rate(err[5m])) / clamp_min(sum(rate(err[5m])) + sum(rate(ok[5m])), 1) > 25',
    'sum(x_total) < 0',
    'up > 1',
    'avg_over_time(up[5m]) > 1',
    'probe_success > 1',
    'kube_pod_info > 1',
    'max by (job) (redis_up) == 2',
    'x_total < 0',
    'process_resident_memory_bytes < 0',
    'sum by (pod) (free_bytes{pod!=""}) <= -1',
    '100 * up > 100',
  ])('%s', (text) => {
    expect([cannotFire(asked(text)), seemsNeverToFire(asked(text))?.blame]).toEqual([
      undefined,
      asked(text).expr,
    ]);
  });
  test('of what may fire nothing is guessed', () => {
    expect(seemsNeverToFire(asked('rate(x_total[5m]) > 5'))).toBeUndefined();
  });
});

describe('Comparisons that no value passes together are to blame:', () => {
  test.each([
    ['a > 5 and a < 3', 'a > 5 and a < 3'],
    ['(x > 10) < 5', 'x > 10 < 5'],
    ['(x > 5) <= 5', 'x > 5 <= 5'],
    ['a > 5 and (b > 1 and a <= 5)', 'a > 5 and (b > 1 and a <= 5)'],
    ['5 < a and a == 3', '5 < a and a == 3'],
    ['a == 0 and a != 0', 'a == 0 and a != 0'],
    [
      'sum by (job) (a) > 5 and on (job) sum by (job) (a) < 3',
      'sum by (job) (a) > 5 and on (job) sum by (job) (a) < 3',
    ],
    [
      'up == 1 and on () hour() > 9 and on () hour() < 8',
      'up == 1 and on () hour() > 9 and on () hour() < 8',
    ],
    ['up == 1 and on () (hour() > 20 and hour() < 6)', 'hour() > 20 and hour() < 6'],
    ['(a > 5 or b > 3) and (a > 5 and a < 4)', 'a > 5 and a < 4'],
    ['x > 5 unless x > 3', 'x > 5 unless x > 3'],
    ['x unless x', 'x unless x'],
    ['x > 5 unless on (job) x', 'x > 5 unless on (job) x'],
    ['up unless on () vector(1)', 'up unless on () vector(1)'],
    ['sum(x) unless vector(1)', 'sum(x) unless vector(1)'],
    ['up == 0 and absent(up)', 'up == 0 and absent(up)'],
    ['up{job="a"} == 0 and on () absent(up)', 'up{job="a"} == 0 and on () absent(up)'],
  ])('%s', (text, part) => {
    expect(blame(text)).toBe(part);
  });
});

describe('What is never there is to blame:', () => {
  test.each([
    ['topk(0, x) > 1', 'topk(0, x)'],
    ['absent(vector(1))', 'absent(vector(1))'],
    ['absent(sum(x) or vector(0))', 'absent(sum(x) or vector(0))'],
    [
      'histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m]))) > 1',
      'histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m])))',
    ],
    [
      'histogram_quantile(0.9, sum without (le) (rate(x_bucket[5m]))) > 1',
      'histogram_quantile(0.9, sum without (le) (rate(x_bucket[5m])))',
    ],
  ])('%s', (text, part) => {
    expect(blame(text)).toBe(part);
  });
});

describe('At its scrape interval', () => {
  test('a window that never holds two scrapes is to blame', () => {
    expect(why('rate(x_total[30s]) > 0')).toBe(
      "'rate(x_total[30s])' needs two samples, and a window of 30s holds one at the most of what is scraped every 1m",
    );
  });
  test('the same window is none where it is scraped more often', () => {
    expect(cannotFire(asked('rate(x_total[30s]) > 0', { scrape: 10 }))).toBeUndefined();
  });
  test('a window of what a rule records is none', () => {
    const records = [{ name: 'x_total', expr: asked('sum(y_total)').expr, labels: {} }];
    expect(cannotFire(asked('rate(x_total[30s]) > 0', { records }))).toBeUndefined();
  });
  test('more changes than there are scrapes are to blame', () => {
    expect(why('changes(x[5m]) > 10')).toBe(
      "'changes(x[5m]) > 10' never holds: of what is scraped every 1m 'changes(x[5m])' is 5 at the most",
    );
  });
  test('as many changes as there are scrapes are none', () => {
    expect(cannotFire(asked('changes(x[5m]) > 10', { scrape: 15 }))).toBeUndefined();
  });
  test('as many changes as a scrape at the very start of the window makes may be, before Prometheus 3', () => {
    expect(cannotFire(asked('changes(x[5m]) > 4'))).toBeUndefined();
  });
  test.each([
    ['changes(x[5m]) > 4', 'changes(x[5m]) > 4'],
    ['rate(x_total[1m]) > 1', 'rate(x_total[1m])'],
  ])('%s hangs on a scrape at the very start of its window', (text, part) => {
    const found = hardlyFires(asked(text));
    expect(found && inline(found.blame)).toBe(part);
  });
  test('what needs no scrape there does not hang on it', () => {
    expect(hardlyFires(asked('changes(x[5m]) > 3 and rate(x_total[61s]) > 1'))).toBeUndefined();
  });
});

test('What is told of labels says what each side has', () => {
  expect(why('up{job="a"} > on (job) vector(0)')).toBe(
    `the sides of 'up{job="a"} > on (job) vector(0)' never match: series with job "a" on the left, with no job on the right`,
  );
});

test('What is blamed is a part of what was asked, so that its line can be found', () => {
  const alert = asked('sum(rate(x_total{l!="", l=""}[5m])) > 1');
  const { expr } = alert;
  const inside = expr.type === 'binary' && expr.left.type === 'aggregation' ? expr.left.expr : expr;
  const range = inside.type === 'call' ? inside.args[0] : inside;
  expect(cannotFire(alert)?.blame).toBe(range?.type === 'range' ? range.selector : undefined);
});
