import { type Expr, number } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import { duration, inSeconds } from '#ground/duration.js';
import { isDashboardWindow } from '#promql/unit/window.js';

/** Functions that read the same of a steady course, however long their window is. */
const ofAnyLength =
  /^(rate|irate|idelta|(avg|min|max|last|present|quantile|stddev|stdvar|absent)_over_time)$/;

/**
 * The same expression as things that never change read it, by shorter windows and nothing of before: it is asked thousands of times. What
 * is found by it is held against the expression itself.
 *
 * @param longest Seconds of a window that is long enough.
 */
export const steadied = (expr: Expr, longest: number): Expr => {
  if (expr.type === 'call') {
    const [range] = expr.args.filter(({ type }) => type === 'range');
    if (range?.type === 'range' && !isDashboardWindow(range.window)) {
      const seconds = inSeconds(range.window);
      const short: Expr = { ...range, window: duration(Math.min(longest, seconds)), selector: now(range.selector) };
      const args = expr.args.map((arg) => (arg === range ? short : arg));
      if (seconds <= longest || !(ofAnyLength.test(expr.function) || expr.function === 'increase'))
        return { ...expr, args: expr.args.map((arg) => (arg === range ? { ...range, selector: now(range.selector) } : arg)) };
      if (expr.function !== 'increase') return { ...expr, args };
      const rate: Expr = { ...expr, function: 'rate', args };
      return { type: 'binary', operator: '*', left: rate, right: number(seconds) };
    }
  }
  if (expr.type === 'selector') return now(expr);
  return withChildren(expr, (child) => steadied(child, longest));
};

const now = <E extends Expr & { readonly offset?: unknown }>({ offset: _, ...expr }: E): Omit<E, 'offset'> => expr;
