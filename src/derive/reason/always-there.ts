import type { Expr } from '#promql/expr/ast.js';
import { isComparison, isSetOperator } from '#promql/expr/ast.js';
import { isScalar } from '#promql/expr/scalar.js';

const dates = /^(minute|hour|day_of_week|day_of_month|day_of_year|days_in_month|month|year)$/;
const keeps =
  /^(abs|ceil|floor|exp|ln|log2|log10|sqrt|sgn|round|sort|sort_desc|label_replace|label_join|clamp_min|clamp_max|timestamp|deg|rad)$/;
/** Aggregations that give a series wherever there is any. */
const gathers = /^(sum|avg|min|max|count|group|stddev|stdvar|quantile|count_values)$/;

/** Whether an expression has a series whatever there is: `vector(0)`, `sum(x) or vector(0)`. */
export const isAlwaysThere = (expr: Expr): boolean => {
  switch (expr.type) {
    case 'negation':
      return isAlwaysThere(expr.expr);
    case 'aggregation':
      return gathers.test(expr.operator) && isAlwaysThere(expr.expr);
    case 'call': {
      const [first] = expr.args;
      if (expr.function === 'vector') return true;
      if (dates.test(expr.function)) return first === undefined || isAlwaysThere(first);
      return keeps.test(expr.function) && first !== undefined && isAlwaysThere(first);
    }
    case 'binary': {
      const { operator, left, right, bool } = expr;
      if (operator === 'or') return isAlwaysThere(left) || isAlwaysThere(right);
      if (isSetOperator(operator) || (isComparison(operator) && !bool)) return false;
      if (isScalar(left)) return isAlwaysThere(right);
      return isScalar(right) && isAlwaysThere(left);
    }
    default:
      return false;
  }
};
