import { type Expr, children } from '#promql/expr/ast.js';
import { inSeconds } from '#ground/duration.js';
import { isDashboardWindow } from '#promql/unit/window.js';

/** What numbers alone come to: `60 * 60 * 24`. */
export const folded = (expr: Expr): number | undefined => {
  if (expr.type === 'number') return expr.value;
  if (expr.type === 'negation') {
    const inner = folded(expr.expr);
    return inner === undefined ? undefined : -inner;
  }
  if (expr.type !== 'binary') return undefined;
  const [a, b] = [folded(expr.left), folded(expr.right)];
  if (a === undefined || b === undefined) return undefined;
  switch (expr.operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '^':
      return a ** b;
    default:
      return undefined;
  }
};

/** Numbers that an expression holds something against, each once. */
export const constantsOf = (expr: Expr): readonly number[] => {
  const found = new Set<number>();
  const visit = (each: Expr): void => {
    const value = folded(each);
    if (value !== undefined && Number.isFinite(value) && Math.abs(value) < 1e18) found.add(value);
    for (const child of children(each)) visit(child);
  };
  visit(expr);
  return [...found];
};

/** Seconds of the windows of an expression, each once. */
export const windowsOf = (expr: Expr): readonly number[] => {
  const found = new Set<number>();
  const visit = (each: Expr): void => {
    if ((each.type === 'range' || each.type === 'subquery') && !isDashboardWindow(each.window))
      found.add(inSeconds(each.window));
    for (const child of children(each)) visit(child);
  };
  visit(expr);
  return [...found].filter((seconds) => seconds > 0);
};
