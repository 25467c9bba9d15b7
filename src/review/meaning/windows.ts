import { type Expr, walk } from '#promql/expr/ast.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { isLogRule } from '#alerts/log/log-alert.js';

const windowsIn = (expr: Expr): readonly string[] => [
  ...new Set(
    [...walk(expr)].flatMap((each) =>
      each.type === 'range' || each.type === 'subquery' ? [String(each.window)] : [],
    ),
  ),
];

/** How far back an alert looks: the window that it was given, else those of its expression, each once. */
export const windowsOf = (rule: AlertRule): readonly string[] => {
  if (rule.window !== undefined) return [rule.window];
  return isLogRule(rule) ? [] : windowsIn(rule.expr);
};
