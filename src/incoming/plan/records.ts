import { type Expr, selectors } from '#promql/expr/ast.js';
import type { WrittenRecord } from '#rules/rule.js';

/** A recording rule that came in. */
export interface IncomingRecord {
  readonly record: WrittenRecord;
  readonly expr: Expr;
}

const namesRead = (expr: Expr): readonly string[] => selectors(expr).map(({ metric }) => metric.name);

/** Records in such an order that each comes after those that it reads; those that read each other in a circle as they came. */
export const inOrder = (records: readonly IncomingRecord[]): readonly IncomingRecord[] => {
  const ordered: IncomingRecord[] = [];
  const visited = new Set<IncomingRecord>();
  const visit = (record: IncomingRecord): void => {
    if (visited.has(record)) return;
    visited.add(record);
    const read = new Set(namesRead(record.expr));
    for (const each of records) if (read.has(each.record.name)) visit(each);
    ordered.push(record);
  };
  records.forEach(visit);
  return ordered;
};

/** The records that one reads and that stand before it, by name the first. */
export const readBefore = (
  record: IncomingRecord,
  ordered: readonly IncomingRecord[],
): readonly IncomingRecord[] => {
  const read = new Set(namesRead(record.expr));
  const before = ordered.slice(0, ordered.indexOf(record)).filter((each) => read.has(each.record.name));
  return before.filter(
    (each, i) => before.findIndex((other) => other.record.name === each.record.name) === i,
  );
};
