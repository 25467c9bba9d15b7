import { type Expr, children } from './ast.js';

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

/** The same expression with each of its children changed. */
export const withChildren = (expr: Expr, change: (child: Expr) => Expr): Expr =>
  children(expr).reduce((whole, each, child) => withChild(whole, child, change(each)), expr);
