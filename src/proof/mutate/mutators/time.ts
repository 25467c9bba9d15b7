import { type Expr, walk } from '#promql/expr/ast.js';

const clock = ['hour', 'minute', 'day_of_week'];

/** Whether an expression tells the time of the day or the day of the week. */
export const tellsTime = (expr: Expr): boolean =>
  [...walk(expr)].some((each) => each.type === 'call' && clock.includes(each.function));
