import { byKey } from '#ground/by-key.js';
import { type Expr, type MetricInfo, call, selectors, string } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import type { Lookup } from '#promql/expr/source.js';
import { unread } from './told.js';

/** A recording rule, as far as its expression is read. */
export interface Recording {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly expr: Expr;
}

/** The same expression over what is known of its metrics. */
export const informed = (expr: Expr, lookup: Lookup): Expr =>
  expr.type === 'selector'
    ? { ...expr, metric: lookup(expr.metric.name) ?? expr.metric }
    : withChildren(expr, (child) => informed(child, lookup));

/**
 * What is known of metrics that rules record: their expressions, down to what is scraped. Where several rules record one name, or a rule
 * reads what it records, only how it is read is known.
 */
export const recordedMetrics = (
  records: readonly Recording[],
  told: ReadonlyMap<string, MetricInfo>,
): ReadonlyMap<string, MetricInfo> => {
  const rules = byKey(records, ({ name }) => name);
  const known = new Map<string, MetricInfo>();
  const plain = (name: string): MetricInfo => told.get(name) ?? unread(name);
  const infoOf = (name: string): MetricInfo => {
    const done = known.get(name);
    if (done) return done;
    const [rule, ...others] = rules.get(name) ?? [];
    // While its own expression is read it is what its name tells: so a circle ends.
    known.set(name, plain(name));
    const isKnown = rule !== undefined && others.length === 0 && !readsItself(name, rules);
    const info = isKnown
      ? { ...plain(name), recorded: labelled(informed(rule.expr, infoOf), rule.labels) }
      : plain(name);
    known.set(name, info);
    return info;
  };
  return new Map([...rules.keys()].map((name) => [name, infoOf(name)]));
};

/** Whether what is recorded under a name is read for it, by whatever way. */
const readsItself = (name: string, rules: ReadonlyMap<string, readonly Recording[]>): boolean => {
  const found = new Set([name]);
  // What is added on the way is visited too.
  for (const each of found)
    for (const { expr } of rules.get(each) ?? [])
      for (const { metric } of selectors(expr)) {
        if (metric.name === name) return true;
        found.add(metric.name);
      }
  return false;
};

/** What is recorded carries the labels of its rule, as by `label_replace(expr, "team", "shop", "", "")`. */
const labelled = (expr: Expr, labels: Readonly<Record<string, string>>): Expr =>
  Object.entries(labels).reduce<Expr>(
    (made, [label, value]) =>
      call('label_replace', made, string(label), string(value), string(''), string('')),
    expr,
  );
