import {
  type Aggregation,
  type Binary,
  type Call,
  type ComparisonOperator,
  type Expr,
  type Selector,
  isComparison,
  walk,
} from './ast.js';
import {
  type Bounds,
  anything,
  clamped,
  either,
  minus,
  notNegative,
  over,
  plus,
  times,
  within,
} from './interval.js';
import { isPart } from './part.js';
import { isScalar } from './scalar.js';

export type { Bounds } from './interval.js';

/**
 * What values an expression can reach, from what is declared of its metrics: counters are not negative, a quantile
 * ends at the last finite bucket, a part of a whole at 1. NaN, which compares with nothing, is left aside.
 */
export const boundsOf = (expr: Expr): Bounds => {
  switch (expr.type) {
    case 'number':
      return [expr.value, expr.value];
    case 'string':
      return anything;
    case 'selector':
      return ofSelector(expr);
    case 'range':
      return ofSelector(expr.selector);
    case 'subquery':
      return boundsOf(expr.expr);
    case 'negation':
      return minus([0, 0], boundsOf(expr.expr));
    case 'call':
      return ofCall(expr);
    case 'aggregation':
      return ofAggregation(expr);
    case 'binary':
      return ofBinary(expr);
  }
};

const ofSelector = ({ metric }: Selector): Bounds => {
  if (metric.range) return metric.range;
  if (metric.unit === 'boolean') return [0, 1];
  return metric.kind === 'counter' ? notNegative : anything;
};

/** What a function makes of nothing but time, or of whether there are series. */
const fixed: Readonly<Record<string, Bounds>> = {
  hour: [0, 23],
  minute: [0, 59],
  day_of_week: [0, 6],
  day_of_month: [1, 31],
  day_of_year: [1, 366],
  days_in_month: [28, 31],
  month: [1, 12],
  absent: [1, 1],
  absent_over_time: [1, 1],
  present_over_time: [1, 1],
  count_over_time: [1, Infinity],
  sgn: [-1, 1],
  time: notNegative,
};
const neverNegative = /^(i?rate|increase|resets|changes|abs|std(dev|var)_over_time)$/;
const keepsValues =
  /^(avg|min|max|last|quantile)_over_time$|^(vector|scalar|label_(replace|join)|sort(_desc)?)$/;

const ofCall = ({ function: name, args }: Call): Bounds => {
  const known = fixed[name];
  if (known) return known;
  if (neverNegative.test(name)) return notNegative;
  const [first, second, third] = args.map((arg) => boundsOf(arg));
  const inner = (name === 'quantile_over_time' ? second : first) ?? anything;
  if (keepsValues.test(name)) return inner;
  switch (name) {
    case 'histogram_quantile':
      return args[1] ? ofBuckets(args[1]) : anything;
    case 'sum_over_time':
      return ofSum(inner);
    case 'clamp':
      return clamped(inner, second?.[0] ?? -Infinity, third?.[1] ?? Infinity);
    case 'clamp_min':
      return clamped(inner, second?.[0] ?? -Infinity, Infinity);
    case 'clamp_max':
      return clamped(inner, -Infinity, second?.[1] ?? Infinity);
    case 'ceil':
      return [Math.ceil(inner[0]), Math.ceil(inner[1])];
    case 'floor':
      return [Math.floor(inner[0]), Math.floor(inner[1])];
    default:
      return anything;
  }
};

/**
 * A quantile reads at most the upper edge of the last finite bucket, whatever lies above it; and at least 0 where the
 * first edge is over 0, since Prometheus then takes the first bucket to begin there.
 */
const ofBuckets = (expr: Expr): Bounds => {
  const edges = [...walk(expr)].flatMap((each) =>
    each.type === 'selector' ? (each.metric.buckets ?? []) : [],
  );
  if (edges.length === 0) return anything;
  return [Math.min(...edges) > 0 ? 0 : -Infinity, Math.max(...edges)];
};

/** At least one value is added up. */
const ofSum = ([least, greatest]: Bounds): Bounds => [
  least >= 0 ? least : -Infinity,
  greatest <= 0 ? greatest : Infinity,
];

const ofAggregation = ({ operator, expr }: Aggregation): Bounds => {
  const inner = boundsOf(expr);
  switch (operator) {
    case 'count':
    case 'count_values':
      return [1, Infinity];
    case 'group':
      return [1, 1];
    case 'stddev':
    case 'stdvar':
      return notNegative;
    case 'sum':
      return ofSum(inner);
    default:
      return inner;
  }
};

const ofBinary = ({ operator, left, right, bool }: Binary): Bounds => {
  if (bool) return [0, 1];
  const [a, b] = [boundsOf(left), boundsOf(right)];
  // A comparison keeps the values of its vector, on whichever side it stands.
  if (isComparison(operator))
    return isScalar(left) ? filtered(b, mirrored[operator], a) : filtered(a, operator, b);
  switch (operator) {
    case 'and':
    case 'unless':
      return a;
    case 'or':
      return either(a, b);
    case '+':
      return plus(a, b);
    case '-':
      return minus(a, b);
    case '*':
      return times(a, b);
    case '/':
      return isPart(left, right, boundsOf) ? [0, 1] : over(a, b);
    default:
      return a[0] >= 0 && b[0] >= 0 ? notNegative : anything;
  }
};

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
};

const filtered = (a: Bounds, operator: ComparisonOperator, b: Bounds): Bounds => {
  if (operator === '>' || operator === '>=') return [Math.max(a[0], b[0]), a[1]];
  if (operator === '<' || operator === '<=') return [a[0], Math.min(a[1], b[1])];
  return operator === '==' ? within(a, b) : a;
};
