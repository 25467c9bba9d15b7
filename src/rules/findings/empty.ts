import { type Expr, type Selector, isSetOperator } from '#promql/expr/ast.js';
import { isScalar } from '#promql/expr/scalar.js';

/**
 * The selector because of which an expression has no series, whatever the others have; nothing where it may have some. What is recorded is
 * empty where its own expression is.
 */
export const emptyBy = (expr: Expr, isEmpty: (selector: Selector) => boolean): Selector | undefined => {
  const inside = (each: Expr): Selector | undefined => emptyBy(each, isEmpty);
  switch (expr.type) {
    case 'selector': {
      if (isEmpty(expr)) return expr;
      return expr.metric.recorded && inside(expr.metric.recorded) && expr;
    }
    case 'range':
      return inside(expr.selector);
    case 'subquery':
    case 'negation':
    case 'aggregation':
      return inside(expr.expr);
    case 'call':
      // A number is always there, and so is what tells that something is not.
      if (/^(absent|absent_over_time|scalar|vector)$/.test(expr.function)) return undefined;
      return expr.args.map(inside).find((each) => each !== undefined);
    case 'binary': {
      const { operator, left, right } = expr;
      if (operator === 'or') return inside(right) && inside(left);
      if (operator === 'unless') return inside(left);
      if (isSetOperator(operator)) return inside(left) ?? inside(right);
      return (isScalar(left) ? undefined : inside(left)) ?? (isScalar(right) ? undefined : inside(right));
    }
    default:
      return undefined;
  }
};
