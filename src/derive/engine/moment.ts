import { isDashboardWindow } from '#promql/unit/window.js';
import type { Window } from '#promql/unit/window.js';
import { inSeconds } from '#ground/duration.js';
import type { Expr } from '#promql/expr/ast.js';
import { type When, offsetSeconds } from '#promql/expr/when.js';
import { Unsupported } from './unsupported.js';

/**
 * When something is read that is asked for at a moment, both in milliseconds: its `offset` and `@`. A rule is evaluated at one moment, at
 * which it begins and ends, https://prometheus.io/docs/prometheus/latest/querying/basics/#modifier.
 */
export const momentOf = ({ offset, at }: When): ((now: number) => number) => {
  const ago = offset === undefined ? 0 : Math.round(offsetSeconds(offset) * 1_000);
  if (typeof at !== 'number') return (now) => now - ago;
  const fixed = Math.round(at * 1_000) - ago;
  return () => fixed;
};

/** A length in milliseconds. */
export const lengthOf = (part: Expr, window: Window): number => {
  if (isDashboardWindow(window))
    throw new Unsupported(part, `has the window ${window}, which a dashboard fills in`);
  return Math.round(inSeconds(window) * 1_000);
};
