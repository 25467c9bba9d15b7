import type { Aggregation, Binary, BinaryOperator, Expr, VectorMatching } from '#promql/expr/ast.js';
import { call, number } from '#promql/expr/ast.js';

/** `left operator right`, matched as is said. */
export const binary = (
  left: Expr,
  operator: BinaryOperator,
  right: Expr,
  matching?: VectorMatching,
): Binary => ({ type: 'binary', operator, left, right, ...(matching && { matching }) });

/** `operator by (labels) (expr)`; of no labels, of all series together. */
export const aggregated = (
  operator: string,
  expr: Expr,
  labels: readonly string[] = [],
  parameter?: Expr,
): Aggregation => ({
  type: 'aggregation',
  operator,
  expr,
  ...(parameter && { parameter }),
  ...(labels.length > 0 && { grouping: { type: 'by', labels } }),
});

export const on = (labels: readonly string[], include?: readonly string[]): VectorMatching => ({
  type: 'on',
  labels,
  ...(include && { group: { side: 'left', include } }),
});

/** The expression, or 0 where it has no series. */
export const orZero = (expr: Expr): Expr => binary(expr, 'or', call('vector', number(0)));
