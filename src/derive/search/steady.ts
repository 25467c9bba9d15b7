import { type Expr, type Range, type Subquery, number } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import { duration, inSeconds } from '#ground/duration.js';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';

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
  if (expr.type === 'selector') return now(expr);
  const [over] = expr.type === 'call' ? expr.args.filter(isOverTime) : [];
  if (expr.type !== 'call' || !over || isDashboardWindow(over.window))
    return withChildren(expr, (child) => steadied(child, longest));
  const seconds = inSeconds(over.window);
  const enough =
    over.type === 'subquery'
      ? Math.max(longest, 4 * (over.step === undefined ? 60 : length(over.step)))
      : longest;
  const isShortened = seconds > enough && (ofAnyLength.test(expr.function) || expr.function === 'increase');
  const inside = withChildren(over, (child) => steadied(child, longest));
  const short: Expr =
    inside.type === over.type && isShortened ? { ...inside, window: duration(enough) } : inside;
  const call: Expr = { ...expr, args: expr.args.map((arg) => (arg === over ? short : arg)) };
  return isShortened && expr.function === 'increase'
    ? { type: 'binary', operator: '*', left: { ...call, function: 'rate' }, right: number(seconds) }
    : call;
};

const isOverTime = (expr: Expr): expr is Range | Subquery =>
  expr.type === 'range' || expr.type === 'subquery';
const length = (window: Window): number => (isDashboardWindow(window) ? 60 : inSeconds(window));

const now = <E extends Expr & { readonly offset?: unknown }>({ offset: _, ...expr }: E): Omit<E, 'offset'> =>
  expr;
