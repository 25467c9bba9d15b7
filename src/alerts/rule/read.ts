import { type Expr, selectors } from '#promql/expr/ast.js';
import type { RecordingRule } from './recording.js';

/** The recording rules that an expression reads, by itself or through others, which stand before those that read them; in their order. */
export const recordsReadBy = (expr: Expr, records: readonly RecordingRule[]): readonly RecordingRule[] => {
  const names = (of: Expr): readonly string[] => selectors(of).map(({ metric }) => metric.name);
  const read = new Set(names(expr));
  return records
    .toReversed()
    .filter((rule) => {
      if (!read.has(rule.record)) return false;
      names(rule.expr).forEach((name) => read.add(name));
      return true;
    })
    .toReversed();
};
