import { type Expr, children } from '#promql/expr/ast.js';

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

/** The same expression with another child, counted as `children` counts. */
export const withChild = (expr: Expr, child: number, by: Expr): Expr => {
  switch (expr.type) {
    case 'number':
    case 'string':
    case 'selector':
      return expr;
    case 'range':
      // Only a selector can be inside a range; what is not one takes the range's place.
      return by.type === 'selector' ? { ...expr, selector: by } : by;
    case 'subquery':
    case 'negation':
      return { ...expr, expr: by };
    case 'call':
      return { ...expr, args: expr.args.map((arg, i) => (i === child ? by : arg)) };
    case 'aggregation':
      return expr.parameter && child === 0 ? { ...expr, parameter: by } : { ...expr, expr: by };
    case 'binary':
      return child === 0 ? { ...expr, left: by } : { ...expr, right: by };
  }
};
