import type { Expr } from '#promql/expr/ast.js';
import type { LabelSet } from './world.js';

/** The labels of what `absent` gives: those that the selector fixes once, and not again after that. */
export const labelsOfAbsent = (expr: Expr): LabelSet => {
  const selector = expr.type === 'range' ? expr.selector : expr;
  if (selector.type !== 'selector') return {};
  const fixed = new Map<string, string>();
  const seen = new Set<string>();
  for (const { label, operator, value } of selector.matchers) {
    if (label === '__name__') continue;
    if (operator === '=' && !seen.has(label)) {
      fixed.set(label, value);
      seen.add(label);
    } else fixed.delete(label);
  }
  return Object.fromEntries(fixed);
};
