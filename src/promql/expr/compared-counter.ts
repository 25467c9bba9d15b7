import type { Reason } from '#ground/fault.js';
import { type Binary, type Expr, isSetOperator } from './ast.js';
import { isFilter } from './comparison.js';
import { inline } from './inline.js';
import { isScalar } from './scalar.js';

/** Comparisons by which an expression is a condition, but for those of what it only asks for. */
const comparisons = (expr: Expr): readonly Binary[] => {
  switch (expr.type) {
    case 'binary': {
      if (isEnded(expr)) return [];
      const isAsked = isSetOperator(expr.operator) && expr.operator !== 'or';
      const inside = [expr.left, ...(isAsked ? [] : [expr.right])].flatMap(comparisons);
      return isFilter(expr) ? [expr, ...inside] : inside;
    }
    case 'aggregation':
    case 'subquery':
    case 'negation':
      return comparisons(expr.expr);
    case 'call':
      return expr.args.flatMap(comparisons);
    default:
      return [];
  }
};

/** Whether a condition holds only until another counter has counted something: `… and ok_total == 0`, `… unless ok_total > 0`. */
const isEnded = ({ operator, right }: Binary): boolean =>
  (operator === 'and' || operator === 'unless') &&
  isFilter(right) &&
  (operator === 'and' ? /^(==|<=?)$/ : /^(!=|>=?)$/).test(right.operator) &&
  isScalar(right.right) &&
  onlyGrows(right.left);

/** The comparisons of a condition that a counter crosses once and for good. */
export const countersCompared = (expr: Expr): readonly Binary[] =>
  comparisons(expr).filter(
    ({ operator, left, right }) => /^(>=?|!=)$/.test(operator) && isScalar(right) && onlyGrows(left),
  );

/**
 * The comparisons of a condition that a counter crosses once and for good: it only grows. What is only asked beside it, whether something
 * was ever counted, may be so.
 */
export const comparedCounters = (expr: Expr): readonly Reason[] =>
  countersCompared(expr).map((each) => ({
    code: 'counter-compared-raw',
    why: `'${inline(each)}' compares a counter as it stands, which only grows and stays over its limit for good; compare its increase or its rate`,
  }));

const keepsGrowth =
  /^((last|max|min|avg)_over_time|abs|ceil|floor|round|clamp(_min|_max)?|label_.*|sort(_desc)?|histogram_(count|sum))$/;

/** Whether an expression grows as a counter does that it reads. */
const onlyGrows = (expr: Expr): boolean => {
  switch (expr.type) {
    case 'selector':
      return (expr.metric.kind === 'counter' || expr.metric.stored !== undefined) && !expr.metric.recorded;
    case 'range':
      return onlyGrows(expr.selector);
    case 'aggregation':
      return /^(sum|avg|min|max|topk|bottomk|quantile)$/.test(expr.operator) && onlyGrows(expr.expr);
    case 'call': {
      const [first, second] = expr.args;
      if (expr.function === 'histogram_quantile') return second !== undefined && onlyGrows(second);
      return keepsGrowth.test(expr.function) && first !== undefined && onlyGrows(first);
    }
    case 'binary':
      return operationGrows(expr);
    default:
      return false;
  }
};

const operationGrows = (expr: Binary): boolean => {
  const { operator, left, right } = expr;
  // What a comparison has kept is judged by that comparison.
  if (isFilter(expr)) return false;
  switch (operator) {
    case '*':
      return (isScalar(right) && onlyGrows(left)) || (isScalar(left) && onlyGrows(right));
    case '/':
      return isScalar(right) && onlyGrows(left);
    case '+':
    case 'or':
      return onlyGrows(left) || onlyGrows(right);
    case 'and':
      return onlyGrows(left);
    default:
      return false;
  }
};
