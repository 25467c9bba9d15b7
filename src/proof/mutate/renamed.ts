import type { RecordingRule } from '#alerts/rule/recording.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';

/** Recording rules under other names, and how to read them instead of those that they are made of. */
export interface Renamed {
  readonly records: readonly RecordingRule[];
  readonly read: (expr: Expr) => Expr;
}

/**
 * One of the recording rules with another expression, and all that read it, by themselves or through others, under
 * names with a suffix of their own: beside the rules as they are, so that many such changes fit in one group.
 */
export const renamed = (
  records: readonly RecordingRule[],
  changed: string,
  expr: Expr,
  suffix: string,
): Renamed => {
  const names = new Set<string>();
  const read = (each: Expr): Expr => reading(each, names, suffix);
  const copies = records.flatMap((rule) => {
    const isChanged = rule.record === changed;
    if (!isChanged && !selectors(rule.expr).some(({ metric }) => names.has(metric.name))) return [];
    const copy = { ...rule, record: rule.record + suffix, expr: isChanged ? expr : read(rule.expr) };
    names.add(rule.record);
    return [copy];
  });
  return { records: copies, read };
};

const reading = (expr: Expr, names: ReadonlySet<string>, suffix: string): Expr => {
  if (expr.type !== 'selector') return withChildren(expr, (each) => reading(each, names, suffix));
  const { metric } = expr;
  return names.has(metric.name) ? { ...expr, metric: { ...metric, name: metric.name + suffix } } : expr;
};
