import { type Expr, call, string, walk } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import { duration } from '#ground/duration.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Offset } from '#promql/expr/when.js';
import type { Recorded } from './derivation.js';
import { accepts } from './labels/accepted.js';

/** Recording rules that read others are followed so far, and no farther. */
const deepest = 8;

/**
 * An expression with what recording rules record in the place of the series that they make, so that it is derived down to what is scraped.
 * What several rules record, or what cannot be asked of what is recorded, stays as it is.
 *
 * @param interval Seconds between evaluations: a window over what is recorded sees a value each.
 */
export const unrecorded = (expr: Expr, records: readonly Recorded[], interval: number): Expr => {
  const named = new Map<string, Recorded | undefined>();
  for (const each of records) named.set(each.name, named.has(each.name) ? undefined : each);
  const replaced = (each: Expr, depth: number): Expr => {
    const selector = each.type === 'range' ? each.selector : each;
    const rule = selector.type === 'selector' && depth > 0 ? named.get(selector.metric.name) : undefined;
    if (selector.type !== 'selector' || !rule) return withChildren(each, (child) => replaced(child, depth));
    const made = narrowed(rule, selector.matchers);
    if (!made || selector.at !== undefined || (selector.offset !== undefined && isDated(made))) return each;
    const inner = replaced(made, depth - 1);
    const when = selector.offset === undefined ? {} : { offset: selector.offset };
    if (each.type === 'range')
      return { type: 'subquery', expr: inner, window: each.window, step: duration(interval), ...when };
    return selector.offset === undefined ? inner : shifted(inner, selector.offset);
  };
  return replaced(expr, deepest);
};

/** Whether anything in it is read as it was. */
const isDated = (expr: Expr): boolean =>
  [...walk(expr)].some(
    (each) =>
      (each.type === 'selector' || each.type === 'subquery') &&
      (each.offset !== undefined || each.at !== undefined),
  );

/** What is recorded, by the labels that its selector asks for; nothing where they cannot be asked of what it is made of. */
const narrowed = ({ expr, labels }: Recorded, matchers: readonly LabelMatcher[]): Expr | undefined => {
  const free = matchers.filter(({ label }) => !Object.hasOwn(labels, label));
  const isRefused = matchers.some((each) => !free.includes(each) && !accepts(each, labels[each.label] ?? ''));
  if (isRefused) return undefined;
  if (free.length > 0 && !free.every(({ label }) => keeps(expr, label))) return undefined;
  const asked = free.length === 0 ? expr : asking(expr, free);
  return Object.entries(labels).reduce<Expr>(
    (made, [label, value]) =>
      call('label_replace', made, string(label), string(value), string(''), string('')),
    asked,
  );
};

/** Whether a label of a result is that of every series it is made of. */
const keeps = (expr: Expr, label: string): boolean =>
  [...walk(expr)].every((each) => {
    if (each.type === 'aggregation')
      return each.grouping?.type === 'without'
        ? !each.grouping.labels.includes(label)
        : each.grouping?.labels.includes(label) === true;
    if (each.type === 'binary')
      return each.matching?.type === 'on'
        ? each.matching.labels.includes(label)
        : each.matching?.labels.includes(label) !== true;
    return each.type !== 'call' || !/^(label_|absent|vector|scalar)/.test(each.function);
  });

const asking = (expr: Expr, matchers: readonly LabelMatcher[]): Expr =>
  expr.type === 'selector'
    ? { ...expr, matchers: [...expr.matchers, ...matchers] }
    : withChildren(expr, (child) => asking(child, matchers));

/** The same as it was a while ago. */
const shifted = (expr: Expr, offset: Offset): Expr => {
  if (expr.type === 'selector') return { ...expr, offset };
  return withChildren(expr, (child) => shifted(child, offset));
};
