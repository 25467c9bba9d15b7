import { type Binary, type ComparisonOperator, type Expr, isComparison } from './ast.js';
import { isScalar } from './scalar.js';

/** The same comparison with its sides exchanged: `5 < x` is `x > 5`. */
export const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
};
/** What holds where a comparison does not. */
export const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

/** A comparison that keeps some series of its vector and drops the others. */
export interface Filter extends Binary {
  readonly operator: ComparisonOperator;
}
/** Whether an expression is one: `bool` makes 0 and 1 of its series instead, and keeps all. */
export const isFilter = (expr: Expr): expr is Filter =>
  expr.type === 'binary' && isComparison(expr.operator) && !expr.bool;

/** What a filter says of each of its sides that is a vector: the side, and how it compares with the other. */
export const comparedSides = ({
  operator,
  left,
  right,
}: Filter): readonly {
  readonly side: Expr;
  readonly operator: ComparisonOperator;
  readonly other: Expr;
}[] =>
  [
    { side: left, operator, other: right },
    { side: right, operator: mirrored[operator], other: left },
  ].filter(({ side }) => !isScalar(side));

/** The expression whose values a filter keeps: its vector, on whichever side it stands. */
export const filteredSide = ({ left, right }: Pick<Binary, 'left' | 'right'>): Expr =>
  isScalar(left) ? right : left;
