import type { Expr } from './ast.js';

/** Whether an expression is a plain number to Prometheus and no vector: it matches every series. */
export const isScalar = (expr: Expr): boolean => {
  switch (expr.type) {
    case 'number':
      return true;
    case 'call':
      return expr.function === 'time' || expr.function === 'scalar' || expr.function === 'pi';
    case 'negation':
      return isScalar(expr.expr);
    case 'binary':
      return isScalar(expr.left) && isScalar(expr.right);
    default:
      return false;
  }
};
