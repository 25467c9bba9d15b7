import type { Window } from '#promql/unit/window.js';
import { type Call, type Expr, children } from './ast.js';

/** Functions that tell of single events, which are forgotten after their window. */
const counting = ['increase', 'changes', 'resets', 'delta', 'idelta'];
/** Functions that tell how often they come, and so of a single one only that there was any. */
const rating = ['rate', 'irate'];

/** A count or a rate of events over a window. */
export interface EventCount {
  readonly call: Call;
  readonly window: Window;
}

/** The counts of events in an expression. A quotient of two counts is a share, which stays while both go on. */
export const countsOfEvents = (expr: Expr): readonly EventCount[] => eventsBy(counting, expr);

/** The rates of events in an expression, in the same way. */
export const ratesOfEvents = (expr: Expr): readonly EventCount[] => eventsBy(rating, expr);

const eventsBy = (names: readonly string[], expr: Expr): readonly EventCount[] => {
  if (expr.type === 'binary' && expr.operator === '/' && expr.right.type !== 'number') return [];
  return [...eventsHere(names, expr), ...children(expr).flatMap((child) => eventsBy(names, child))];
};

const eventsHere = (names: readonly string[], expr: Expr): readonly EventCount[] => {
  if (expr.type !== 'call' || !names.includes(expr.function)) return [];
  const [range] = expr.args;
  return range?.type === 'range' ? [{ call: expr, window: range.window }] : [];
};
