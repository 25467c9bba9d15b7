import type { Window } from '#promql/unit/window.js';
import { type Call, type Expr, children } from './ast.js';

/** Functions that tell of single events, which are forgotten after their window. */
const eventful = ['increase', 'changes', 'resets', 'delta', 'idelta'];

/** A count of events over a window. */
export interface EventCount {
  readonly call: Call;
  readonly window: Window;
}

/** The counts of events in an expression. A quotient of two counts is a share, which stays while both go on. */
export const countsOfEvents = (expr: Expr): readonly EventCount[] => {
  if (expr.type === 'binary' && expr.operator === '/' && expr.right.type !== 'number') return [];
  return [...countHere(expr), ...children(expr).flatMap(countsOfEvents)];
};

const countHere = (expr: Expr): readonly EventCount[] => {
  if (expr.type !== 'call' || !eventful.includes(expr.function)) return [];
  const [range] = expr.args;
  return range?.type === 'range' ? [{ call: expr, window: range.window }] : [];
};
