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

/** The same with what two of them come to: limits are often reached through a factor. */
export const relatedTo = (constants: readonly number[]): readonly number[] => {
  const few = constants.filter((c) => c !== 0 && c !== 1).slice(0, 6);
  const pairs = few.flatMap((a) => few.flatMap((b) => (a === b ? [] : [a * b, a / b])));
  return [...new Set([...constants, ...pairs])].slice(0, constants.length + 16);
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
