import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { type BinaryOperator, type Expr, call, isComparison, negated, number } from '#promql/expr/ast.js';
import { boundsOf } from '#promql/expr/bounds.js';
import { parse } from '#promql/expr/parse.js';
import { print } from '#promql/expr/print.js';
import { isScalar } from '#promql/expr/scalar.js';
import { stored } from '#promql/metric/catalog.js';
import { selector } from '#promql/vector/select.js';
import { shop } from './shop.js';

const known = stored([shop]);
const read = (text: string): Expr => parse(text, (name) => known.get(name));

describe('What an expression can reach', () => {
  test.each([
    ['shop_open_baskets', [0, Infinity]],
    ['shop_clock_drift_seconds', [-Infinity, Infinity]],
    ['shop_shelf_fill_ratio', [0, 1]],
    ['shop_open', [0, 1]],
    ['-shop_shelf_fill_ratio', [-1, 0]],
    ['rate(shop_requests_total[5m])', [0, Infinity]],
    ['avg_over_time(shop_shelf_fill_ratio[1h])', [0, 1]],
    ['max_over_time(shop_shelf_fill_ratio[1h:5m])', [0, 1]],
    ['quantile_over_time(0.9, shop_shelf_fill_ratio[1h])', [0, 1]],
    ['quantile_over_time(90, shop_shelf_fill_ratio[1h])', [Infinity, Infinity]],
    ['quantile(0.9, shop_shelf_fill_ratio)', [0, 1]],
    ['quantile(-1, shop_shelf_fill_ratio)', [-Infinity, -Infinity]],
    ['quantile(time(), shop_shelf_fill_ratio)', [-Infinity, Infinity]],
    ['vector(pi())', [Math.PI, Math.PI]],
    ['sum_over_time(shop_shelf_fill_ratio[1h])', [0, Infinity]],
    ['delta(shop_shelf_fill_ratio[1h])', [-Infinity, Infinity]],
    ['predict_linear(shop_memory_bytes[1h], 3600)', [-Infinity, Infinity]],
    ['count_over_time(shop_open[1h])', [1, Infinity]],
    ['sum(shop_shelf_fill_ratio)', [0, Infinity]],
    ['avg(shop_shelf_fill_ratio)', [0, 1]],
    ['stddev(shop_clock_drift_seconds)', [0, Infinity]],
    ['count(shop_clock_drift_seconds)', [1, Infinity]],
    ['group(shop_clock_drift_seconds)', [1, 1]],
    ['topk(3, shop_shelf_fill_ratio)', [0, 1]],
    ['absent(shop_open)', [1, 1]],
    ['vector(0)', [0, 0]],
    ['hour() * 60 + minute()', [0, 1439]],
    ['day_of_week()', [0, 6]],
    ['1 - shop_shelf_fill_ratio', [0, 1]],
    ['shop_shelf_fill_ratio / 0.01', [0, 100]],
    ['shop_memory_bytes / 1024', [0, Infinity]],
    ['shop_memory_bytes / shop_memory_limit_bytes', [0, Infinity]],
    ['shop_memory_bytes / shop_clock_drift_seconds', [-Infinity, Infinity]],
    ['clamp(shop_clock_drift_seconds, -1, 1)', [-1, 1]],
    ['clamp_min(shop_shelf_fill_ratio, 5)', [5, 5]],
    ['clamp_max(shop_memory_bytes, 5)', [0, 5]],
    ['shop_memory_bytes > 5', [5, Infinity]],
    ['5 < shop_memory_bytes', [5, Infinity]],
    ['5 > shop_memory_bytes', [0, 5]],
    ['shop_memory_bytes > bool 5', [0, 1]],
    ['shop_shelf_fill_ratio or vector(3)', [0, 3]],
    ['shop_shelf_fill_ratio and shop_memory_bytes', [0, 1]],
    ['shop_open_baskets - shop_open_baskets', [-Infinity, Infinity]],
    ['time() - shop_last_backup_timestamp_seconds', [-Infinity, Infinity]],
    ['shop_clock_drift_seconds % 5', [-5, 5]],
    ['shop_open_baskets % shop_clock_drift_seconds', [0, Infinity]],
  ])('%s: %j', (text, bounds) => {
    expect(boundsOf(read(text))).toEqual(bounds);
  });
});

describe('A quantile ends at the last finite bucket', () => {
  test.each([
    'histogram_quantile(0.95, sum by (le) (rate(shop_request_duration_seconds_bucket[5m])))',
    'histogram_quantile(0.95, rate(shop_request_duration_seconds_bucket[5m]))',
  ])('%s', (text) => {
    expect(boundsOf(read(text))).toEqual([0, 5]);
  });
});

describe('A part of a whole lies between 0 and 1', () => {
  const [eu, all] = ['shop_requests_total{region="eu"}', 'shop_requests_total'];
  test.each([
    ['by further matchers', `sum(rate(${eu}[5m])) / sum(rate(${all}[5m]))`],
    ['by increase', `sum(increase(${eu}[5m])) / sum(increase(${all}[5m]))`],
    ['by instant rates', `sum(irate(${eu}[5m])) / sum(irate(${all}[5m]))`],
    ['that may be missing', `(sum(rate(${eu}[5m])) or vector(0)) / sum(rate(${all}[5m]))`],
    ['in each group', `sum by (method) (rate(${eu}[5m])) / sum by (method) (rate(${all}[5m]))`],
    ['of finer groups', `sum by (method) (rate(${all}[5m])) / on () group_left () sum(rate(${all}[5m]))`],
    ['of a sum', `sum(rate(${eu}[5m])) / (sum(rate(${eu}[5m])) + sum(rate(shop_sent_bytes_total[5m])))`],
    ['over 0', `sum(rate(${eu}[5m])) / (sum(rate(${all}[5m])) > 0)`],
    [
      'by a bucket',
      'sum(rate(shop_request_duration_seconds_bucket{le="1"}[5m])) / sum(rate(shop_request_duration_seconds_count[5m]))',
    ],
    [
      'by a bucket, however its edge is written',
      'sum(rate(shop_request_duration_seconds_bucket{le=~"1|1\\\\.0"}[5m])) / sum(rate(shop_request_duration_seconds_count[5m]))',
    ],
    [
      'by a value that the whole lets through',
      'sum(rate(shop_requests_total{region="eu"}[5m])) / sum(rate(shop_requests_total{region!="us"}[5m]))',
    ],
    [
      'beside the same series',
      `sum(shop_requests_total or increase(${eu}[5m])) / sum(shop_requests_total or increase(${all}[5m]))`,
    ],
    ['of a gauge that is not negative', 'sum(shop_open_baskets{shelf="a"}) / sum(shop_open_baskets)'],
  ])('%s', (_, text) => {
    expect(boundsOf(read(text))).toEqual([0, 1]);
  });

  test.each([
    ['of another window', `sum(rate(${eu}[5m])) / sum(rate(${all}[1h]))`],
    ['of another time', `sum(rate(${eu}[5m])) / sum(rate(${all}[5m] offset 1h))`],
    ['of fewer series', `sum(rate(${all}[5m])) / sum(rate(${eu}[5m]))`],
    ['of coarser groups', `sum(rate(${all}[5m])) / on () group_right () sum by (method) (rate(${all}[5m]))`],
    ['of another metric', `sum(rate(${eu}[5m])) / sum(rate(shop_sent_bytes_total[5m]))`],
    ['of an average', 'avg(shop_open_baskets{shelf="a"}) / avg(shop_open_baskets)'],
    [
      'of two buckets',
      'sum(rate(shop_request_duration_seconds_bucket{le=~"1|5"}[5m])) / sum(rate(shop_request_duration_seconds_count[5m]))',
    ],
    [
      'of a value that the whole leaves out',
      'sum(rate(shop_requests_total{region="us"}[5m])) / sum(rate(shop_requests_total{region!="us"}[5m]))',
    ],
    ['beside others', `sum(${eu} or increase(${eu}[5m])) / sum(shop_requests_total or increase(${all}[5m]))`],
    [
      'of any bucket',
      'sum(rate(shop_request_duration_seconds_bucket[5m])) / sum(rate(shop_request_duration_seconds_count[5m]))',
    ],
  ])('but not %s', (_, text) => {
    expect(boundsOf(read(text))).toEqual([0, Infinity]);
  });

  test.each([
    ['summands can', 'sum(shop_clock_drift_seconds{pod="a"}) / sum(shop_clock_drift_seconds)'],
    [
      'the other summand can',
      `sum(rate(${eu}[5m])) / (sum(rate(${eu}[5m])) + max(shop_clock_drift_seconds))`,
    ],
    [
      'the first summand can',
      `sum(rate(${eu}[5m])) / (max(shop_clock_drift_seconds) + sum(rate(${eu}[5m])))`,
    ],
    [
      'the part can',
      `max(shop_clock_drift_seconds) * 2 / (max(shop_clock_drift_seconds) * 2 + sum(rate(${eu}[5m])))`,
    ],
  ])('and not where %s be negative', (_, text) => {
    expect(boundsOf(read(text))).toEqual([-Infinity, Infinity]);
  });
});

/** Values that the metrics may have at one moment. */
const moment = fc.record({
  shop_open_baskets: fc.nat(9),
  shop_clock_drift_seconds: fc.integer({ min: -9, max: 9 }),
  shop_shelf_fill_ratio: fc.constantFrom(0, 0.25, 1),
  shop_open: fc.constantFrom(0, 1),
});
type Moment = typeof moment extends fc.Arbitrary<infer T> ? T : never;

const arithmetic = fc.letrec<{ expr: Expr }>((tie) => {
  const expr = tie('expr');
  const operators: readonly BinaryOperator[] = [
    '+',
    '-',
    '*',
    '/',
    '>',
    '<=',
    '==',
    '!=',
    'or',
    'and',
    'unless',
  ];
  return {
    expr: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<Expr>(...[shop.baskets, shop.drift, shop.fill, shop.open].map(selector)),
      fc.integer({ min: -2, max: 2 }).map(number),
      expr.map(negated),
      fc.constantFrom('abs', 'ceil', 'sgn').chain((name) => expr.map((each) => call(name, each))),
      expr.map((each) => call('clamp', each, number(-1), number(2))),
      expr.map((each) => call('clamp_min', each, number(1))),
      expr.map((expr): Expr => ({ type: 'aggregation', operator: 'max', expr })),
      fc
        .record({ operator: fc.constantFrom(...operators), left: expr, right: expr })
        .map((each): Expr => ({ type: 'binary', ...each })),
      fc
        .record({ left: expr, right: expr })
        .map((each): Expr => ({ type: 'binary', operator: '<', bool: true, ...each })),
    ),
  };
}).expr;

/**
 * What an expression comes to at a moment with one series of each metric; nothing where it has no series. The sign of
 * 0 is left aside.
 */
const valueAt = (expr: Expr, at: Moment): number | undefined => {
  const value = signedValueAt(expr, at);
  return value === 0 ? 0 : value;
};

const signedValueAt = (expr: Expr, at: Moment): number | undefined => {
  switch (expr.type) {
    case 'number':
      return expr.value;
    case 'selector':
      return Object.entries(at).find(([name]) => name === expr.metric.name)?.[1];
    case 'negation': {
      const value = valueAt(expr.expr, at);
      return value === undefined ? undefined : -value;
    }
    case 'aggregation':
      return valueAt(expr.expr, at);
    case 'call': {
      const [value, least = -Infinity, greatest = Infinity] = expr.args.map((arg) => valueAt(arg, at));
      if (value === undefined) return undefined;
      const results: Readonly<Record<string, number>> = {
        abs: Math.abs(value),
        ceil: Math.ceil(value),
        sgn: Math.sign(value),
      };
      return results[expr.function] ?? Math.max(least, Math.min(greatest, value));
    }
    case 'binary': {
      const [a, b] = [valueAt(expr.left, at), valueAt(expr.right, at)];
      return combined(expr.operator, expr.bool === true, isScalar(expr.left), a, b);
    }
    default:
      throw new Error(`no ${expr.type} is generated here`);
  }
};

const combined = (
  operator: BinaryOperator,
  bool: boolean,
  ofScalar: boolean,
  a: number | undefined,
  b: number | undefined,
): number | undefined => {
  if (operator === 'or') return a ?? b;
  if (operator === 'unless') return b === undefined ? a : undefined;
  if (a === undefined || b === undefined) return undefined;
  const results: Readonly<Partial<Record<BinaryOperator, number>>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': a / b,
  };
  const holds: Readonly<Partial<Record<BinaryOperator, boolean>>> = {
    '>': a > b,
    '<': a < b,
    '<=': a <= b,
    '==': a === b,
    '!=': a !== b,
    and: true,
  };
  if (bool) return Number(holds[operator]);
  if (!isComparison(operator) && operator !== 'and') return results[operator];
  // A comparison keeps the value of its vector, on whichever side it stands.
  return holds[operator] ? (ofScalar && isComparison(operator) ? b : a) : undefined;
};

test('No value lies outside the bounds of its expression', () => {
  fc.assert(
    fc.property(arithmetic, moment, (expr, at) => {
      const value = valueAt(expr, at);
      fc.pre(value !== undefined && !Number.isNaN(value));
      const [least, greatest] = boundsOf(expr);
      expect({ expr: print(expr), value, within: value >= least && value <= greatest }).toMatchObject({
        within: true,
      });
    }),
    { numRuns: 3_000 },
  );
});
