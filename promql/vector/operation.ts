import { type Binary, type Expr, number } from '../expr/ast.js';
import type { Limit } from '../unit/limit.js';
import { type AnyMatching, matchingOf } from './matching.js';
import type { AnyVector } from './vector.js';

/** What may stand on the right: a vector, a number with a unit, or a plain number. */
export type RightSide = AnyVector | Limit | number;

const isVector = (side: RightSide): side is AnyVector => typeof side === 'object' && 'expr' in side;

const expression = (side: RightSide): Expr => {
  if (isVector(side)) return side.expr;
  return number(typeof side === 'number' ? side : side.value);
};

/** `left operator right`, and the labels that its series keep. */
export const operation = (
  left: AnyVector,
  operator: Binary['operator'],
  right: RightSide,
  matching?: AnyMatching,
): { readonly expr: Binary; readonly labels: readonly string[] } => {
  const many = matching?.side === 'right' && isVector(right) ? right : left;
  return {
    expr: { type: 'binary', operator, left: left.expr, right: expression(right), ...matchingOf(matching) },
    labels: [...new Set([...many.labels, ...(matching?.include ?? [])])],
  };
};
