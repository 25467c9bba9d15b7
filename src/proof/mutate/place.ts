import { type Expr, children } from '#promql/expr/ast.js';
import { withChild } from '#promql/expr/child.js';

/** An expression around another, and which of its children the other is in, counted as `children` counts. */
export interface Around {
  readonly expr: Expr;
  readonly child: number;
}

/** An expression where it stands in a whole one. */
export interface Place {
  readonly expr: Expr;
  /** What it stands in, from the outside in: the last is its parent. */
  readonly around: readonly Around[];
  /** The whole with another expression in this place. */
  readonly replaced: (by: Expr) => Expr;
}

/** Every place of an expression, from the outside in, in the order of reading. */
export const placesIn = (whole: Expr): readonly Place[] =>
  below({ expr: whole, around: [], replaced: (by) => by });

const below = (place: Place): readonly Place[] => {
  const { expr, around, replaced } = place;
  const inside = children(expr).flatMap((each, child) =>
    below({
      expr: each,
      around: [...around, { expr, child }],
      replaced: (by) => replaced(withChild(expr, child, by)),
    }),
  );
  return [place, ...inside];
};
