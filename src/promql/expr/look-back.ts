import { inSeconds } from '#ground/duration.js';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';
import { type Expr, children } from './ast.js';
import { type Offset, offsetSeconds } from './when.js';

/** How long Prometheus takes a sample for the present value, in seconds: its flag `--query.lookback-delta`. */
const stalenessSeconds = 300;

const length = (window: Window): number => (isDashboardWindow(window) ? 0 : inSeconds(window));

/** An offset into the future looks back no further. */
const ago = (offset: Offset): number => Math.max(0, offsetSeconds(offset));

/** The same, with what lies behind a recorded metric or without: that is stored by itself. */
const backOf = (expr: Expr, behind: (recorded: Expr) => number): number => {
  const inside = Math.max(0, ...children(expr).map((each) => backOf(each, behind)));
  switch (expr.type) {
    case 'selector': {
      const { metric, offset } = expr;
      const recorded = metric.recorded ? behind(metric.recorded) : 0;
      return recorded + (offset === undefined ? 0 : ago(offset) + stalenessSeconds);
    }
    case 'range':
      return inside + length(expr.window);
    case 'subquery':
      return inside + length(expr.window) + (expr.offset === undefined ? 0 : ago(expr.offset));
    default:
      return inside;
  }
};

/**
 * How far back an expression looks, in seconds: its longest window with the offsets and windows around it, and
 * what lies behind recorded metrics.
 */
export const lookBack = (expr: Expr): number => backOf(expr, lookBack);

/** How far back the samples lie that it reads, in seconds: those of recorded metrics as they were recorded. */
export const readsBack = (expr: Expr): number => backOf(expr, () => 0);
