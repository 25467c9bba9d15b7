import type { Expr } from '#promql/expr/ast.js';
import { children } from '#promql/expr/ast.js';
import { inSeconds } from '#ground/duration.js';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';

const length = (window: Window | undefined): number =>
  window === undefined ? 60 : isDashboardWindow(window) ? 300 : inSeconds(window);

/** How many samples of each series an expression reads when it is evaluated once: what a try costs. */
export const costOf = (expr: Expr, scrape: number): number => {
  const inside = children(expr).reduce((sum, child) => sum + costOf(child, scrape), 0);
  switch (expr.type) {
    case 'selector':
      return 4;
    case 'range':
      return inside + length(expr.window) / scrape;
    case 'subquery':
      return inside * Math.max(1, length(expr.window) / length(expr.step));
    default:
      return inside;
  }
};
