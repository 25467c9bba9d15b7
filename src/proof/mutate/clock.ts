import { type Expr, call, children, number, walk } from '#promql/expr/ast.js';
import { withChild } from '#promql/expr/child.js';

const clock = [
  'hour',
  'minute',
  'day_of_week',
  'day_of_month',
  'day_of_year',
  'days_in_month',
  'month',
  'year',
];

/** Whether an expression reads the time in another way than by the hour and the day: that cannot be told another. */
export const readsTime = (expr: Expr): boolean =>
  [...walk(expr)].some(
    (each) =>
      each.type === 'call' &&
      (/^(time|timestamp)$/.test(each.function) || (clock.includes(each.function) && each.args.length > 0)),
  );

/**
 * An expression whose clock is fast by so many seconds: promtools before 3.9 begin every test on 1 January 1970, and would need
 * days of series for a moment of the week.
 */
export const withClock = (expr: Expr, fast: number): Expr => {
  if (fast === 0) return expr;
  if (expr.type === 'call' && expr.args.length === 0 && clock.includes(expr.function)) {
    const now = { type: 'binary', operator: '+', left: call('time'), right: number(fast) } as const;
    return call(expr.function, call('vector', now));
  }
  return children(expr).reduce((whole, each, child) => withChild(whole, child, withClock(each, fast)), expr);
};
