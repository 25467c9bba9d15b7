import { type Expr, children, isComparison, walk } from '#promql/expr/ast.js';
import { isActive } from './asking.js';

/** So many seconds lie before what is told by a moment, at the most: two months and a little. */
const longest = 65 * 86_400;

/** Hours of a week that passes until the day and hour come that an expression asks for. */
const hours = Array.from({ length: 7 * 24 }, (_, i) => i * 3_600);

const readsClock = /^(hour|minute|day_of_week|day_of_month|day_of_year|month|year)$/;
const isOfClock = (expr: Expr): boolean =>
  expr.type === 'binary' &&
  isComparison(expr.operator) &&
  [...walk(expr)].some((each) => each.type === 'call' && readsClock.test(each.function)) &&
  ![...walk(expr)].some(({ type }) => type === 'selector');

/** Comparisons of the time of day alone. */
const clocks = (expr: Expr): readonly Expr[] => (isOfClock(expr) ? [expr] : children(expr).flatMap(clocks));

/**
 * How many seconds are to pass before a fault, the least first: until the hours that are asked for, and so long that what lies far back lies
 * behind the beginning of time.
 */
export const leadsOf = (expr: Expr, constants: readonly number[], hold: number): readonly number[] => {
  const asked = clocks(expr);
  const world = { series: [], interval: 60 };
  const isOpen = (seconds: number): boolean => asked.every((each) => isActive(each, { world, seconds }));
  if (asked.length > 0)
    return hours.filter((from) => from > 0 && isOpen(from) && isOpen(from + hold)).slice(0, 2);
  const readsTime = [...walk(expr)].some((each) => each.type === 'call' && each.function === 'time');
  const ago = constants.filter((c) => c >= 60 && 2 * c <= longest).map((c) => 2 * c);
  return readsTime && ago.length > 0 ? [0, Math.ceil(Math.max(...ago) / 3_600) * 3_600] : [0];
};
