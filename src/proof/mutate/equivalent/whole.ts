import { type Expr, isComparison, isSetOperator } from '#promql/expr/ast.js';

const rounding =
  /^(floor|ceil|hour|minute|day_of_(week|month|year)|days_in_month|month|year|count_over_time|absent|absent_over_time|present_over_time|changes|resets)$/;
const keepsValues = /^((max|min|last)_over_time|vector|scalar|label_replace|label_join|abs)$/;

/** Whether all values of an expression are whole numbers: things are counted in whole numbers, a boolean is 0 or 1. */
export const isWhole = (expr: Expr): boolean => {
  switch (expr.type) {
    case 'number':
      return Number.isInteger(expr.value);
    case 'string':
      return false;
    case 'selector': {
      const { kind, unit, recorded } = expr.metric;
      if (recorded) return isWhole(recorded);
      return unit === 'boolean' || (unit === 'count' && kind === 'gauge');
    }
    case 'range':
      return isWhole(expr.selector);
    case 'subquery':
    case 'negation':
      return isWhole(expr.expr);
    case 'call':
      if (rounding.test(expr.function) || (expr.function === 'round' && expr.args.length === 1)) return true;
      return keepsValues.test(expr.function) && expr.args[0] !== undefined && isWhole(expr.args[0]);
    case 'aggregation':
      if (expr.operator === 'count' || expr.operator === 'group') return true;
      return ['sum', 'max', 'min', 'topk', 'bottomk'].includes(expr.operator) && isWhole(expr.expr);
    case 'binary': {
      const { operator, left, right } = expr;
      if (expr.bool) return true;
      if (operator === 'or') return isWhole(left) && isWhole(right);
      if (isSetOperator(operator) || isComparison(operator)) return isWhole(left);
      return ['+', '-', '*'].includes(operator) && isWhole(left) && isWhole(right);
    }
  }
};
