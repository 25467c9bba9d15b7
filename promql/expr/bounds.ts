import {
  type Aggregation,
  type Binary,
  type Call,
  type Expr,
  type Selector,
  isComparison,
  walk,
} from './ast.js';
import { isPart } from './part.js';

/** The least and the greatest value that an expression can take; infinite where nothing limits it. */
export type Bounds = readonly [least: number, greatest: number];

const anything: Bounds = [-Infinity, Infinity];
const notNegative: Bounds = [0, Infinity];

/**
 * What values an expression can reach, from what is declared of its metrics: counters are not negative, a quantile
 * ends at the last finite bucket, a part of a whole at 1.
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

const clocks: Readonly<Record<string, Bounds>> = {
  hour: [0, 23],
  minute: [0, 59],
  day_of_week: [0, 6],
  day_of_month: [1, 31],
  month: [1, 12],
  absent: [1, 1],
  present_over_time: [1, 1],
};
const counts = ['rate', 'irate', 'increase', 'resets', 'changes', 'count_over_time', 'abs'];
const keepsValues = /^(avg|min|max|last|quantile)_over_time$|^(vector|label_replace|sort|sort_desc)$/;

const ofCall = ({ function: name, args }: Call): Bounds => {
  const [first, second, third] = args;
  const clock = clocks[name];
  if (clock) return clock;
  if (counts.includes(name)) return notNegative;
  if (name === 'histogram_quantile' && second) return [-Infinity, lastBucket(second)];
  const inner = boundsOf((name === 'quantile_over_time' ? second : first) ?? { type: 'number', value: NaN });
  if (keepsValues.test(name)) return inner;
  if (name === 'clamp' && second && third) return within(inner, [boundsOf(second)[0], boundsOf(third)[1]]);
  if (name === 'clamp_min' && second) return within(inner, [boundsOf(second)[0], Infinity]);
  if (name === 'clamp_max' && second) return within(inner, [-Infinity, boundsOf(second)[1]]);
  return anything;
};

/** Upper edge of the last finite bucket: what lies above it reads as this. */
const lastBucket = (expr: Expr): number => {
  const edges = [...walk(expr)].flatMap((each) =>
    each.type === 'selector' ? (each.metric.buckets ?? []) : [],
  );
  return edges.length > 0 ? Math.max(...edges) : Infinity;
};

const ofAggregation = ({ operator, expr }: Aggregation): Bounds => {
  const inner = boundsOf(expr);
  if (operator === 'count') return [1, Infinity];
  if (operator === 'sum') return [inner[0] >= 0 ? inner[0] : -Infinity, inner[1] <= 0 ? inner[1] : Infinity];
  return inner;
};

const ofBinary = ({ operator, left, right, bool }: Binary): Bounds => {
  if (bool) return [0, 1];
  const [a, b] = [boundsOf(left), boundsOf(right)];
  if (isComparison(operator)) return filtered(a, operator, b);
  switch (operator) {
    case 'and':
    case 'unless':
      return a;
    case 'or':
      return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
    case '+':
      return [a[0] + b[0], a[1] + b[1]];
    case '-':
      return minus(a, b);
    case '*':
      return a[0] >= 0 && b[0] >= 0 ? [a[0] * b[0], product(a[1], b[1])] : anything;
    case '/':
      return quotient(left, right, a, b);
    default:
      return anything;
  }
};

const quotient = (left: Expr, right: Expr, a: Bounds, b: Bounds): Bounds => {
  if (isPart(left, right)) return [0, 1];
  if (right.type === 'number' && right.value > 0) return [a[0] / right.value, a[1] / right.value];
  return a[0] >= 0 && b[0] >= 0 ? notNegative : anything;
};

const filtered = (a: Bounds, operator: string, b: Bounds): Bounds => {
  if (operator === '>' || operator === '>=') return [Math.max(a[0], b[0]), a[1]];
  if (operator === '<' || operator === '<=') return [a[0], Math.min(a[1], b[1])];
  return operator === '==' ? within(a, b) : a;
};

const minus = (a: Bounds, b: Bounds): Bounds => [a[0] - b[1], a[1] - b[0]];
const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);
const within = (a: Bounds, b: Bounds): Bounds => [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
