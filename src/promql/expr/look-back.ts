import { inSeconds } from '#ground/duration.js';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';
import { type Expr, children } from './ast.js';
import { type Offset, offsetSeconds } from './when.js';

/** How long Prometheus takes a sample for the present value, in seconds: its flag `--query.lookback-delta`. */
const stalenessSeconds = 300;

const length = (window: Window): number => (isDashboardWindow(window) ? 0 : inSeconds(window));

/** An offset into the future looks back no further. */
const ago = (offset: Offset): number => Math.max(0, offsetSeconds(offset));

/**
 * How far back an expression looks, in seconds: its longest window with the offsets and windows around it, and
 * what lies behind recorded metrics.
 */
export const lookBack = (expr: Expr): number => {
  const inside = Math.max(0, ...children(expr).map(lookBack));
  switch (expr.type) {
    case 'selector': {
      const { metric, offset } = expr;
      const recorded = metric.recorded ? lookBack(metric.recorded) : 0;
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
