import type { Asked } from '#derive/derivation.js';
import { byKey } from '#ground/by-key.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import type { Parsed } from '#rules/expression.js';
import type { WrittenAlert, WrittenGroup, WrittenRecord } from '#rules/rule.js';
import type { Understood } from '#rules/understood.js';

/** Why an alert's text is not understood, as a sentence without its end. */
export interface Unread {
  readonly why: string;
  /** Whether Prometheus refuses it, as far as is known here: promtool has the last word. */
  readonly isWrong: boolean;
}

/** A recording rule with its expression; nothing where that is not understood. */
export interface ReadRecord extends WrittenRecord {
  readonly read?: Expr;
}

/** An alert that somebody wrote, and what it is proven with. */
export interface Subject {
  readonly alert: WrittenAlert;
  readonly group: WrittenGroup;
  /** Labels of the rule, with those of its group. */
  readonly labels: Readonly<Record<string, string>>;
  /** The recording rules that it reads, by itself or through others, in the order in which they were read. */
  readonly records: readonly ReadRecord[];
  /** What is to be derived. */
  readonly asked: Asked | Unread;
  /** Whether somebody said how often is scraped. */
  readonly isScrapeTold: boolean;
}

/** Whether there is something to be derived. */
export const isAsked = (asked: Asked | Unread): asked is Asked => 'expr' in asked;

/** Seconds between scrapes, and between evaluations of groups that do not say. */
export interface Intervals {
  readonly scrape: number;
  readonly evaluation: number;
  /** Whether somebody said how often is scraped; else it is what many do. */
  readonly isScrapeTold: boolean;
}

const unreadOf = (parsed: Exclude<Parsed, { readonly expr: Expr }> | undefined): Unread => {
  const isWrong = parsed !== undefined && 'wrong' in parsed;
  const reasons = parsed === undefined ? [] : isWrong ? parsed.wrong : parsed.unknown;
  return { isWrong, why: reasons.map(({ why }) => why).join('; ') };
};

/** What an expression reads of recording rules. */
const recordsReader = (groups: readonly WrittenGroup[], { of }: Understood) => {
  const records = groups.flatMap((group) =>
    group.rules.flatMap((rule): readonly ReadRecord[] => {
      const parsed = of.get(rule);
      if (rule.kind !== 'record') return [];
      const labels = { ...group.labels, ...rule.labels };
      return [{ ...rule, labels, ...(parsed && 'expr' in parsed && { read: parsed.expr }) }];
    }),
  );
  const byName = byKey(records, ({ name }) => name);
  return (expr: Expr): readonly ReadRecord[] => {
    const found = new Set<ReadRecord>();
    const add = (each: Expr): void => {
      for (const { metric } of selectors(each))
        for (const record of byName.get(metric.name) ?? []) {
          if (found.has(record)) continue;
          found.add(record);
          if (record.read) add(record.read);
        }
    };
    add(expr);
    return records.filter((record) => found.has(record));
  };
};

/** The alerts of groups, each with the recording rules that it reads of any of them. */
export const subjectsOf = (
  groups: readonly WrittenGroup[],
  understood: Understood,
  { scrape, evaluation, isScrapeTold }: Intervals,
): readonly Subject[] => {
  const readBy = recordsReader(groups, understood);
  const subject = (alert: WrittenAlert, group: WrittenGroup): Subject => {
    const placed = { alert, group, isScrapeTold, labels: { ...group.labels, ...alert.labels } };
    const parsed = understood.of.get(alert);
    if (alert.broken !== undefined)
      return { ...placed, records: [], asked: { isWrong: false, why: alert.broken } };
    if (parsed === undefined || !('expr' in parsed))
      return { ...placed, records: [], asked: unreadOf(parsed) };
    const records = readBy(parsed.expr);
    const asked: Asked = {
      name: alert.name,
      expr: parsed.expr,
      for: alert.for,
      keepFiringFor: alert.keepFiringFor,
      interval: group.interval ?? evaluation,
      scrape,
      isScrapeGuessed: !isScrapeTold,
      records: records.flatMap(({ name, read, labels }) => (read ? [{ name, expr: read, labels }] : [])),
    };
    return { ...placed, records, asked };
  };
  return groups.flatMap((group) =>
    group.rules.flatMap((rule) => (rule.kind === 'alert' ? [subject(rule, group)] : [])),
  );
};
