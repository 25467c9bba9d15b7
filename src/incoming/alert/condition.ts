import type { Binary, ComparisonOperator, Expr, VectorMatching } from '#promql/expr/ast.js';
import { isComparison } from '#promql/expr/ast.js';

/** A vector beside a signal, and how it is matched where that is not by all labels. */
export interface Beside {
  readonly expr: Expr;
  readonly matching?: VectorMatching;
}

/** An expression as an alert says it: what is compared, with what, and what must or must not be there besides. */
export interface Parted {
  readonly signal: Expr;
  /** Nothing where the signal tells by being there. */
  readonly compared?: { readonly operator: ComparisonOperator; readonly limit: number };
  readonly given: readonly Beside[];
  readonly except: readonly Beside[];
}

const besideOf = ({ right, matching }: Binary): Beside => ({ expr: right, ...(matching && { matching }) });

/** The vectors that stand behind an operator at the top, from the left. */
const tail = (
  expr: Expr,
  operator: 'and' | 'unless',
): { readonly rest: Expr; readonly all: readonly Beside[] } => {
  if (expr.type !== 'binary' || expr.operator !== operator) return { rest: expr, all: [] };
  const { rest, all } = tail(expr.left, operator);
  return { rest, all: [...all, besideOf(expr)] };
};

const compared = (expr: Expr): Pick<Parted, 'signal' | 'compared'> =>
  expr.type === 'binary' &&
  isComparison(expr.operator) &&
  !expr.bool &&
  expr.right.type === 'number' &&
  Number.isFinite(expr.right.value) &&
  expr.left.type !== 'number'
    ? { signal: expr.left, compared: { operator: expr.operator, limit: expr.right.value } }
    : { signal: expr };

/** `x > 5 and y unless z`, taken apart at the top; put together again it is the same. */
export const parted = (expr: Expr): Parted => {
  const { rest: kept, all: except } = tail(expr, 'unless');
  const { rest, all: given } = tail(kept, 'and');
  return { ...compared(rest), given, except };
};
