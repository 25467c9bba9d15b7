import { type Expr, selectors, walk } from './ast.js';
import { boundsOf } from './bounds.js';
import { isPart } from './part.js';

/** Whether no series of an expression can be 0. */
const isNeverZero = (expr: Expr): boolean => {
  if (expr.type === 'aggregation') return isNeverZero(expr.expr);
  if (expr.type === 'binary' && expr.operator === '>' && !expr.bool) return boundsOf(expr.right)[0] >= 0;
  const [least, greatest] = boundsOf(expr);
  return least > 0 || greatest < 0;
};

/** Whether two expressions read `_sum` and `_count` of the same observations: without any, both are 0. */
const isMean = (left: Expr, right: Expr): boolean => {
  const families = new Set(
    [...selectors(left), ...selectors(right)].map(({ metric }) => metric.family ?? metric.name),
  );
  return families.size === 1 && selectors(right).every(({ metric }) => metric.name.endsWith('_count'));
};

/**
 * Divisors that may be 0 while what they divide is not, so that the quotient is infinite and exceeds every limit. The
 * whole that a part is divided by is none: both are 0 together, and NaN exceeds nothing.
 */
export const treacherousDivisors = (expr: Expr): readonly Expr[] =>
  [...walk(expr)].flatMap((each) =>
    each.type === 'binary' && each.operator === '/' && mayBeInfinite(each.left, each.right)
      ? [each.right]
      : [],
  );

const mayBeInfinite = (left: Expr, right: Expr): boolean =>
  !isPart(left, right) && !isMean(left, right) && !isNeverZero(right);
