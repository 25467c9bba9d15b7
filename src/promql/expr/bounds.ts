import {
  type Aggregation,
  type Binary,
  type ComparisonOperator,
  type Expr,
  type Selector,
  type Subquery,
  isComparison,
} from './ast.js';
import {
  type Bounds,
  anything,
  either,
  minus,
  notNegative,
  over,
  plus,
  summed,
  times,
  raised,
  remainder,
  within,
} from './bounds-arithmetic.js';
import { filteredSide, isFilter, mirrored } from './comparison.js';
import { boundsOfCall, ofQuantile } from './function-bounds.js';
import { inline } from './inline.js';
import { isFiner, isNarrower } from './narrower.js';
import { isScalar } from './scalar.js';
import { isSameWhen } from './when.js';

export type { Bounds } from './bounds-arithmetic.js';

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
      return boundsOfCall(expr, expr.args.map(boundsOf));
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

const ofAggregation = ({ operator, parameter, expr }: Aggregation): Bounds => {
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
      return summed(inner);
    case 'quantile':
      return ofQuantile(parameter && boundsOf(parameter), inner);
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
      return ofQuotient(left, right);
    case '^':
      return raised(a, b);
    case '%':
      return remainder(a, b);
    default:
      return a[0] >= 0 && b[0] >= 0 ? notNegative : anything;
  }
};

/** Of a part of a whole, or so many times that: `100 * part / whole`. */
const ofQuotient = (left: Expr, right: Expr): Bounds => {
  if (isPartOf(left, right)) return [0, 1];
  if (left.type === 'binary' && left.operator === '*') {
    const { left: a, right: b } = left;
    if (a.type === 'number') return times(boundsOf(a), ofQuotient(b, right));
    if (b.type === 'number') return times(ofQuotient(a, right), boundsOf(b));
  }
  return over(boundsOf(left), boundsOf(right));
};

const filtered = (a: Bounds, operator: ComparisonOperator, b: Bounds): Bounds => {
  if (operator === '>' || operator === '>=') return [Math.max(a[0], b[0]), a[1]];
  if (operator === '<' || operator === '<=') return [a[0], Math.min(a[1], b[1])];
  return operator === '==' ? within(a, b) : a;
};

/**
 * Whether one expression counts a part of what another counts, so that their quotient lies between 0 and 1: the same
 * aggregation of the same metric with further matchers, or one of the summands of a sum. What can be negative may be
 * less than its parts.
 */
export const isPartOf = (part: Expr, whole: Expr): boolean => {
  if (isNone(part)) return isNotNegative(whole);
  if (whole.type === 'binary' && whole.operator === '+') {
    const { left, right } = whole;
    return (isPartOf(part, left) && isNotNegative(right)) || (isPartOf(part, right) && isNotNegative(left));
  }
  // A filter takes series away from the whole, never a part of one that stays; what is at least so much is never less.
  if (isFilter(whole)) return isPartOf(part, filteredSide(whole));
  if (whole.type === 'call' && whole.function === 'clamp_min' && whole.args[0])
    return isPartOf(part, whole.args[0]);
  if (part.type === 'selector' && whole.type === 'selector' && isNarrower(part, whole)) return true;
  // What is recorded counts what it is recorded of.
  if (part.type === 'selector' && part.metric.recorded) return isPartOf(part.metric.recorded, whole);
  if (whole.type === 'selector' && whole.metric.recorded) return isPartOf(part, whole.metric.recorded);
  if (part.type === 'binary' && whole.type === 'binary' && isPartBeside(part, whole)) return true;
  if (part.type === 'binary') return isPartByOperation(part, whole);
  if (part.type === 'subquery' && whole.type === 'subquery')
    return isSameTime(part, whole) && isPartOf(part.expr, whole.expr);
  if (part.type === 'range' && whole.type === 'range')
    return part.window === whole.window && isNarrower(part.selector, whole.selector);
  if (part.type === 'call' && whole.type === 'call') {
    const [[inner], [outer]] = [part.args, whole.args];
    const adds = /^(i?rate|increase|sum_over_time)$/.test(part.function);
    return adds && part.function === whole.function && !!inner && !!outer && isPartOf(inner, outer);
  }
  if (part.type === 'aggregation' && whole.type === 'aggregation') {
    if (part.operator !== 'sum' || !isFiner(part, whole)) return false;
    if (whole.operator === 'count') return isOneEach(part.expr) && inline(part.expr) === inline(whole.expr);
    return whole.operator === 'sum' && isNotNegative(whole.expr) && isPartOf(part.expr, whole.expr);
  }
  return isNotNegative(whole) && inline(part) === inline(whole);
};

/** Whether two subqueries look at the same moments. */
export const isSameTime = (one: Subquery, other: Subquery): boolean =>
  one.window === other.window && one.step === other.step && isSameWhen(one, other);

/** Beside the same series on the left, which both take first, a part stays a part. */
const isPartBeside = (part: Binary, whole: Binary): boolean =>
  part.operator === 'or' &&
  whole.operator === 'or' &&
  isNotNegative(part.left) &&
  inline(part.left) === inline(whole.left) &&
  isPartOf(part.right, whole.right);

/** What is left of a part, a share of it, or one part where another is missing, is a part too. */
const isPartByOperation = ({ operator, left, right, bool }: Binary, whole: Expr): boolean => {
  switch (operator) {
    case '-':
      return isPartOf(left, whole) && isPartOf(right, left);
    case '*':
      return right.type === 'number' && right.value >= 0 && right.value <= 1 && isPartOf(left, whole);
    case 'or':
      return isPartOf(left, whole) && isPartOf(right, whole);
    default:
      return isComparison(operator) && !bool && isPartOf(left, whole);
  }
};

/** Whether it is 0 whatever is there, as `vector(0)` is where a part is missing. */
const isNone = (expr: Expr): boolean =>
  expr.type === 'call' &&
  expr.function === 'vector' &&
  expr.args[0]?.type === 'number' &&
  expr.args[0].value === 0;

/** Whether each series is 1 at the most, so that their sum is no more than their count. */
const isOneEach = (expr: Expr): boolean => {
  const [least, greatest] = boundsOf(expr);
  return least >= 0 && greatest <= 1;
};

const isNotNegative = (expr: Expr): boolean => boundsOf(expr)[0] >= 0;
