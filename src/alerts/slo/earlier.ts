import type { Expr, Selector } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import { inline } from '#promql/expr/inline.js';
import { selector } from '#promql/vector/select.js';
import type { RecordedRule } from './records.js';

/**
 * Rules of one group, none of which asks again what one before it records: it copies that, under its own name. Prometheus evaluates the rules of a
 * group in their order and for one moment, so that the value is the same.
 *
 * @param rules each after those that it reads
 */
export const copyingEarlier = (rules: readonly RecordedRule[]): readonly RecordedRule[] => {
  const asked = new Map<string, Selector>();
  const copied = new Map<string, Selector>();
  /** The same, where it reads a copy, of what that is a copy of. */
  const ofFirst = (expr: Expr): Expr =>
    expr.type === 'selector' ? (copied.get(expr.metric.name) ?? expr) : withChildren(expr, ofFirst);
  return rules.map((rule) => {
    const key = inline(ofFirst(rule.expr));
    const first = asked.get(key);
    if (first === undefined) {
      asked.set(key, selector(rule.metric));
      return rule;
    }
    copied.set(rule.record, first);
    return { ...rule, expr: first };
  });
};
