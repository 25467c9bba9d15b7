import { type ComparisonOperator, isComparison } from '#promql/expr/ast.js';
import type { Mutator } from './edit.js';

const others: Readonly<Record<ComparisonOperator, readonly ComparisonOperator[]>> = {
  '>': ['>=', '<', '==', '!='],
  '>=': ['>', '<', '==', '!='],
  '<': ['<=', '>', '==', '!='],
  '<=': ['<', '>', '==', '!='],
  '==': ['!=', '>=', '<=', '>'],
  '!=': ['==', '>', '<'],
};

/** Another comparison: one that counts the limit in or out, its opposite, only the limit, all but the limit. */
export const comparison: Mutator = ({ expr }) => {
  if (expr.type !== 'binary' || !isComparison(expr.operator)) return [];
  const { operator } = expr;
  return others[operator].map((after) => ({
    kind: 'operator',
    before: operator,
    after,
    by: { ...expr, operator: after },
  }));
};
