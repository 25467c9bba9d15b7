import { type Expr, children } from '#promql/expr/ast.js';
import { withChild } from '#promql/expr/child.js';

const operators = ['sum', 'max', 'min', 'avg', 'count'];

/** Whether several series are taken together as one value. */
export const takesTogether = (expr: Expr): boolean =>
  expr.type === 'aggregation' && operators.includes(expr.operator);

/** An expression with one of its aggregations by another operator, in each way that there is. */
export const swapped = (expr: Expr): readonly Expr[] => [
  ...(expr.type === 'aggregation' && takesTogether(expr)
    ? operators.filter((other) => other !== expr.operator).map((operator) => ({ ...expr, operator }))
    : []),
  ...children(expr).flatMap((child, i) => swapped(child).map((changed) => withChild(expr, i, changed))),
];
