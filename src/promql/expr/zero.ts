import type { Binary, Expr } from './ast.js';
import { boundsOf } from './bounds.js';
import { type Filter, comparedSides, filteredSide, isFilter } from './comparison.js';
import { vanishesWith } from './vanishes.js';

/** Aggregations of which each value comes from values that are all there: what keeps away from 0 on one side still does. */
const keepsZeroOut = ['sum', 'avg', 'min', 'max', 'topk', 'bottomk', 'quantile'];
/** Functions that do the same over a window or to each value. */
const leavesZeroOut = /^((sum|avg|min|max|last|quantile)_over_time|sort(_desc)?|abs|sqrt|scalar)$/;
/** Functions that are over 0 by what they are. */
const overZero = /^(time|timestamp|exp|pi)$/;

const isNotNegative = (expr: Expr): boolean => boundsOf(expr)[0] >= 0;

/**
 * Whether no series of an expression can be 0.
 *
 * @param known what is known not to be 0, by what stands beside the expression.
 */
export const isNeverZero = (expr: Expr, known: readonly Expr[] = []): boolean => {
  const [least, greatest] = boundsOf(expr);
  const isOneSided = least >= 0 || greatest <= 0;
  if (least > 0 || greatest < 0 || known.some((each) => vanishesWith(each, expr))) return true;
  switch (expr.type) {
    case 'negation':
      return isNeverZero(expr.expr, known);
    // Values all on one side of 0 keep away from it when they are added up.
    case 'aggregation':
      return keepsZeroOut.includes(expr.operator) && isOneSided && isNeverZero(expr.expr);
    case 'subquery':
      return isNeverZero(expr.expr);
    case 'call': {
      const inner = expr.args.at(expr.function === 'quantile_over_time' ? 1 : 0);
      const keeps = inner && leavesZeroOut.test(expr.function) && isOneSided;
      return overZero.test(expr.function) || (keeps === true && isNeverZero(inner));
    }
    case 'binary':
      return operationIsNeverZero(expr, known);
    default:
      return false;
  }
};

const operationIsNeverZero = (expr: Binary, known: readonly Expr[]): boolean => {
  const { operator, left, right } = expr;
  if (isFilter(expr))
    return isNeverZero(filteredSide(expr), known) || keptFromZero(expr).includes(filteredSide(expr));
  switch (operator) {
    case '*':
    case '/':
    case 'or':
      return !expr.bool && isNeverZero(left, known) && isNeverZero(right, known);
    case '+':
      return (
        isNotNegative(left) && isNotNegative(right) && (isNeverZero(left, known) || isNeverZero(right, known))
      );
    case '^':
      return isNeverZero(left, known) && isNotNegative(left);
    case 'and':
    case 'unless':
      return isNeverZero(left, known);
    default:
      return false;
  }
};

/** The sides of a filter that are not 0 where it holds. */
export const keptFromZero = (filter: Filter): readonly Expr[] =>
  comparedSides(filter)
    .filter(({ operator, other }) => {
      const [least, greatest] = boundsOf(other);
      switch (operator) {
        case '>':
          return least >= 0;
        case '>=':
          return least > 0 || (least >= 0 && isNeverZero(other));
        case '<':
          return greatest <= 0;
        case '<=':
          return greatest < 0;
        case '==':
          return isNeverZero(other);
        case '!=':
          return least === 0 && greatest === 0;
      }
    })
    .map(({ side }) => side);
