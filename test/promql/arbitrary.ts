import type { Arbitrary } from 'fast-check';
import { character, fc } from '../seeded.js';
import {
  type Aggregation,
  type Binary,
  type BinaryOperator,
  type Call,
  type Expr,
  type Grouping,
  type NumberLiteral,
  type Range,
  type Selector,
  type StringLiteral,
  type Subquery,
  type VectorMatching,
  negated,
  number,
  string,
} from '#promql/expr/ast.js';
import type { At } from '#promql/expr/when.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { type MetricInfo, bareMetric } from '#promql/metric/metric.js';

/** Names that hold words of PromQL, and one with the colons of a recording rule. */
const names = ['http_requests_total', 'up', 'by_bytes', 'offset_seconds', 'job:sum_on:rate5m', 'inf_total'];
const metrics = new Map(names.map((name) => [name, bareMetric(name)]));
export const lookup = (name: string): MetricInfo | undefined => metrics.get(name);

/** Label names, words of PromQL among them. */
const label = fc.constantFrom('job', 'le', 'on', 'by', 'bool', 'group_left', 'offset', 'and', 'sum', '_x9');
const labels = (least = 0): Arbitrary<string[]> => fc.uniqueArray(label, { minLength: least, maxLength: 3 });

/** Texts that need every kind of escape. */
export const text = fc.oneof(
  fc.string({ unit: character, maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('"', "'", '`', '\\', '\n', '\r', '\t', '\u0000', '\u007f', 'ㅎ', '🌊', '{{'),
    maxLength: 6,
  }),
  fc.constantFrom('', '$namespace', '\u2028', '\ufeff', 'a"b\\c\nd'),
);
const literal = (value: string): string => value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const matcher: Arbitrary<LabelMatcher> = fc
  .record({ label, operator: fc.constantFrom('=', '!=', '=~', '!~'), value: text })
  // A regular expression that RE2 knows, whatever the text.
  .map((each) => (each.operator.endsWith('~') ? { ...each, value: literal(each.value) } : each));

const length = fc.constantFrom('5m', '1h', '90s', '1d', '2w', '1500ms');

const offsets = fc.constantFrom('5m', '1d', '-1h');
const moments = fc.constantFrom<At>(1_609_746_000, -100, 0.5, 'start', 'end');

export const selector: Arbitrary<Selector> = fc.record(
  {
    type: fc.constant('selector'),
    metric: fc.constantFrom(...metrics.values()),
    matchers: fc.array(matcher, { maxLength: 3 }),
    offset: offsets,
    at: moments,
  },
  { requiredKeys: ['type', 'metric', 'matchers'] },
);
const range = (window: Arbitrary<Range['window']>): Arbitrary<Range> =>
  fc.record({ type: fc.constant('range'), selector, window });

const anyNumber: Arbitrary<NumberLiteral> = fc
  .oneof(
    fc.double(),
    fc.integer(),
    fc.constantFrom(0, -0, 1, -1, 0.05, 1e-7, 1e21, 5e-324, Infinity, -Infinity, NaN),
  )
  .map(number);
const anyString: Arbitrary<StringLiteral> = text.map(string);

const arithmetic = fc.constantFrom('+', '-', '*', '/', '%', '^', 'atan2');
const power: Arbitrary<BinaryOperator> = fc.constant('^');
const comparison = fc.constantFrom('==', '!=', '>', '<', '>=', '<=');
const set = fc.constantFrom('and', 'or', 'unless');

const grouping: Arbitrary<Grouping> = fc.record({ type: fc.constantFrom('by', 'without'), labels: labels() });

/** Matching by some labels, with the labels of the other side that come along where one side has many series. */
const matching = (grouped: boolean): Arbitrary<VectorMatching> =>
  fc
    .record({
      type: fc.constantFrom('on', 'ignoring'),
      labels: labels(),
      side: fc.constantFrom('left', 'right', undefined),
      include: labels(),
    })
    .map(({ type, labels, side, include }) => ({
      type,
      labels,
      // Prometheus refuses a label that both matches and comes along.
      ...(grouped && side && { group: { side, include: include.filter((each) => !labels.includes(each)) } }),
    }));

const binary = (
  operator: Arbitrary<BinaryOperator>,
  left: Arbitrary<Expr>,
  right: Arbitrary<Expr>,
  modifiers: Arbitrary<Pick<Binary, 'bool' | 'matching'>> = fc.constant({}),
): Arbitrary<Binary> =>
  fc
    .record({ operator, left, right, modifiers })
    .map(({ modifiers, ...each }) => ({ type: 'binary', ...each, ...modifiers }));

const bool = fc.constant({ bool: true } as const);
/** One of these, all as often as each other; the first where a tree is deep enough. */
const either = <T>(first: Arbitrary<T>, ...others: readonly Arbitrary<T>[]): Arbitrary<T> =>
  fc.oneof({ maxDepth: 4, depthSize: 'max' }, first, ...others);
const matched = (grouped: boolean): Arbitrary<Pick<Binary, 'matching'>> =>
  fc.option(matching(grouped), { nil: undefined }).map((each) => (each ? { matching: each } : {}));
const withBool = (
  modifiers: Arbitrary<Pick<Binary, 'matching'>>,
): Arbitrary<Pick<Binary, 'bool' | 'matching'>> =>
  fc.tuple(modifiers, fc.boolean()).map(([each, bool]) => ({ ...each, ...(bool && { bool }) }));

const call = (name: string, ...args: readonly Arbitrary<Expr>[]): Arbitrary<Call> =>
  fc.tuple(...args).map((args) => ({ type: 'call', function: name, args }));
const aggregation = (
  operator: string,
  expr: Arbitrary<Expr>,
  parameter?: Arbitrary<Expr>,
): Arbitrary<Aggregation> =>
  fc.record(
    {
      type: fc.constant('aggregation'),
      operator: fc.constant(operator),
      expr,
      grouping,
      ...(parameter && { parameter }),
    },
    { requiredKeys: ['type', 'operator', 'expr', ...(parameter ? (['parameter'] as const) : [])] },
  );
const subquery = (expr: Arbitrary<Expr>, window: Arbitrary<Range['window']>): Arbitrary<Subquery> =>
  fc.record(
    { type: fc.constant('subquery'), expr, window, step: window, offset: offsets, at: moments },
    { requiredKeys: ['type', 'expr', 'window'] },
  );

/** Expressions that Prometheus takes: scalars, instant vectors and ranges each where they belong. */
export const wellTyped = fc.letrec<{ vector: Expr; scalar: Expr; range: Expr }>((tie) => {
  const [vector, scalar, ranged] = [tie('vector'), tie('scalar'), tie('range')];
  const vectorOrScalar = either(vector, scalar);
  return {
    vector: either<Expr>(
      selector,
      call('vector', scalar),
      call('rate', ranged),
      call('max_over_time', ranged),
      call('quantile_over_time', scalar, ranged),
      call('histogram_quantile', scalar, vector),
      call('clamp', vector, scalar, scalar),
      call('absent', vector),
      call('hour'),
      call('hour', vector),
      call('label_replace', vector, anyString, anyString, anyString, anyString),
      call('label_join', vector, anyString, anyString),
      aggregation('sum', vector),
      aggregation('count', vector),
      aggregation('topk', vector, scalar),
      aggregation('count_values', vector, fc.constant(string('version'))),
      vector.map(negated),
      binary(arithmetic, vector, vector, matched(true)),
      binary(comparison, vector, vector, withBool(matched(true))),
      binary(set, vector, vector, matched(false)),
      binary(arithmetic, vector, scalar),
      binary(arithmetic, scalar, vector),
      binary(comparison, vectorOrScalar, vector, withBool(fc.constant({}))),
      binary(comparison, vector, scalar, withBool(fc.constant({}))),
    ),
    scalar: either<Expr>(
      anyNumber,
      call('time'),
      call('scalar', vector),
      scalar.map(negated),
      binary(arithmetic, scalar, scalar),
      binary(power, scalar, scalar),
      binary(comparison, scalar, scalar, bool),
    ),
    range: either<Expr>(range(length), subquery(vector, length)),
  };
});

const dashboardLength = fc.oneof(length, fc.constantFrom('$__rate_interval', '$__range', '$__interval'));

/** Trees of every kind of node in every place, whether they mean anything or not. */
export const anything = fc.letrec<{ expr: Expr }>((tie) => {
  const expr = tie('expr');
  return {
    expr: either<Expr>(
      fc.oneof(anyNumber, anyString, selector, range(dashboardLength), call('time')),
      subquery(expr, dashboardLength),
      call('clamp', expr, expr),
      aggregation('avg', expr),
      aggregation('bottomk', expr, expr),
      expr.map(negated),
      binary(power, expr, expr),
      binary(arithmetic, expr, expr),
      binary(arithmetic, expr, expr, matched(true)),
      binary(comparison, expr, expr, withBool(matched(true))),
      binary(set, expr, expr, matched(true)),
    ),
  };
}).expr;
