import type { RuleGroup } from '#alerts/rule/group.js';
import type { RecordingRule } from '#alerts/rule/recording.js';
import { inSeconds } from '#ground/duration.js';
import { selectors } from '#promql/expr/ast.js';
import { readsBack } from '#promql/expr/look-back.js';
import { print } from '#promql/expr/print.js';
import { type Answered, rangeOf } from './asking.js';
import { recordsBack } from './asked.js';
import { dense, now, repeating } from './clock.js';
import type { Placed } from './place.js';
import { nameOf } from './sampled.js';

/** A record with what its group says, and how far back it must be recorded, in seconds. */
export interface Recording {
  readonly rule: RecordingRule;
  readonly group: RuleGroup;
  readonly back: number;
}

/** Seconds between what is recorded of long ago: where records of records look back far, they look in steps of five minutes. */
const longAgo = 300;

/** The records of all applications in passes: each reads only what is there before its own. */
export const passesOf = (all: readonly Placed[]): readonly (readonly Recording[])[] => {
  const recordings = all.flatMap(({ application }) => {
    const back = recordsBack(application);
    return application.groups.flatMap((group) =>
      group.records.map((rule) => ({ rule, group, back: back.get(rule.record) ?? dense })),
    );
  });
  const passes = new Map<string, number>();
  const names = new Set(recordings.map(({ rule }) => rule.record));
  const passOf = ({ expr }: RecordingRule): number =>
    selectors(expr).reduce(
      (pass, { metric: { name } }) => (names.has(name) ? Math.max(pass, (passes.get(name) ?? 0) + 1) : pass),
      0,
    );
  const sorted: Recording[][] = [];
  for (const each of recordings) {
    const pass = passOf(each.rule);
    passes.set(each.rule.record, pass);
    (sorted[pass] ??= []).push(each);
  }
  return sorted;
};

const text = ({ rule, group }: Recording, answers: readonly Answered[]): string =>
  answers
    .flatMap(({ labels: { __name__: _, ...labels }, samples }) => {
      const name = nameOf({ name: rule.record, labels: { ...labels, ...group.labels, ...rule.labels } });
      return samples.map(([at, value]) => `${name} ${spelled(value)} ${at}\n`);
    })
    .join('');

/** A number as the text format has it. */
export const spelled = (value: number): string => String(value).replace('Infinity', 'Inf');

const week = 7 * 24 * 3600;

/** The samples with those of their first week before them, again and again, as far back as anything reads them. */
const repeated = (answers: readonly Answered[], until: number, back: number): readonly Answered[] =>
  answers.map(({ labels, samples }) => {
    const first = samples.filter(([at]) => at < until + week);
    const times = Math.ceil((back - (now - until)) / week);
    const before = Array.from({ length: Math.max(0, times) }, (_, i) =>
      first.map(([at, value]) => [at - (times - i) * week, value] as const),
    );
    return { labels, samples: [...before.flat().filter(([at]) => at >= now - back), ...samples] };
  });

/**
 * What a record is over the time in which anything reads it, in OpenMetrics' text: at its group's interval of late, every five minutes before. There are
 * samples of nine days; what a month needs before them is as in their first week.
 */
export const recorded = async (url: string, recording: Recording): Promise<string> => {
  const { rule, group, back } = recording;
  const query = print(rule.expr);
  const step = inSeconds(group.interval);
  const onStep = (at: number): number => Math.ceil(at / longAgo) * longAgo;
  const late = onStep(now - dense);
  const reads = selectors(rule.expr).every(({ metric }) => !metric.recorded)
    ? repeating - readsBack(rule.expr)
    : Infinity;
  const start = onStep(now - Math.min(back, reads));
  const long = back > dense ? await rangeOf(url, query, { start, end: late - longAgo, step: longAgo }) : [];
  const short = await rangeOf(url, query, { start: late, end: now, step });
  return text(recording, [...repeated(long, start, back), ...short]);
};
