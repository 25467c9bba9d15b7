import type { Binary, Expr } from '#promql/expr/ast.js';
import { filteredSide, isFilter } from '#promql/expr/comparison.js';
import { isScalar } from '#promql/expr/scalar.js';

/** The comparisons and set operators that must all hold for a condition to, from the outside in. */
export const required = (expr: Expr): readonly Binary[] => {
  if (expr.type === 'aggregation') return required(expr.expr);
  if (expr.type !== 'binary' || expr.operator === 'or') return [];
  const { operator, left, right } = expr;
  if (operator === 'and') return [...required(left), ...required(right)];
  if (operator === 'unless') return [expr, ...required(left)];
  if (!isFilter(expr)) return [];
  const sides = isScalar(left) || isScalar(right) ? [filteredSide(expr)] : [left, right];
  return [expr, ...sides.flatMap(required)];
};
