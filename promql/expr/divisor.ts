import { type Binary, type Expr, walk } from './ast.js';
import { boundsOf, isPartOf } from './bounds.js';
import { inline } from './inline.js';

/**
 * Divisors that may be 0 while what they divide is not, so that the quotient is infinite and exceeds every limit. The
 * whole that a part is divided by is none: both are 0 together, and NaN exceeds nothing.
 */
export const treacherousDivisors = (expr: Expr): readonly Expr[] =>
  [...walk(expr)].flatMap((each) =>
    each.type === 'binary' && each.operator === '/' && mayBeInfinite(each) ? [each.right] : [],
  );

const mayBeInfinite = ({ left, right }: Binary): boolean =>
  !isPartOf(left, right) && !isMean(left, right) && !isNeverZero(right);

const keepZeroOut = ['sum', 'avg', 'min', 'max', 'topk', 'bottomk', 'quantile'];

/** Whether no series of an expression can be 0. */
const isNeverZero = (expr: Expr): boolean => {
  const [least, greatest] = boundsOf(expr);
  if (least > 0 || greatest < 0) return true;
  // Values all on one side of 0 keep away from it when they are added up.
  if (expr.type === 'aggregation')
    return keepZeroOut.includes(expr.operator) && (least >= 0 || greatest <= 0) && isNeverZero(expr.expr);
  if (expr.type !== 'binary' || expr.bool) return false;
  switch (expr.operator) {
    case '>':
      return boundsOf(expr.right)[0] >= 0 || isNeverZero(expr.left);
    case '*':
    case '/':
    case 'or':
      return isNeverZero(expr.left) && isNeverZero(expr.right);
    case 'and':
    case 'unless':
      return isNeverZero(expr.left);
    default:
      return false;
  }
};

/** Whether one adds up the `_sum` and the other the `_count` of the same observations: without any, both are 0. */
const isMean = (left: Expr, right: Expr): boolean => {
  const [total, times] = [observed(left, '_sum'), observed(right, '_count')];
  return total !== undefined && total === times;
};

/** The observations whose sum or count an expression adds up, as a text to compare. */
const observed = (expr: Expr, part: '_sum' | '_count'): string | undefined => {
  if (expr.type === 'aggregation') return observed(expr.expr, part);
  const range = expr.type === 'call' && /^(rate|increase)$/.test(expr.function) ? expr.args[0] : undefined;
  if (range?.type !== 'range') return undefined;
  const { selector } = range;
  const { name, family } = selector.metric;
  if (family === undefined || name !== family + part) return undefined;
  return inline({ ...range, selector: { ...selector, metric: { ...selector.metric, name: family } } });
};
