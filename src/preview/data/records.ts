import type { RuleGroup } from '#alerts/rule/group.js';
import type { RecordingRule } from '#alerts/rule/recording.js';
import { inSeconds } from '#ground/duration.js';
import { selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { type Answered, rangeOf } from './asking.js';
import { recordsBack } from './asked.js';
import { dense, now } from './clock.js';
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

/** What a record is over the time in which anything reads it, in OpenMetrics' text: at its group's interval of late, every five minutes before. */
export const recorded = async (url: string, recording: Recording): Promise<string> => {
  const { rule, group, back } = recording;
  const query = print(rule.expr);
  const step = inSeconds(group.interval);
  const late = Math.ceil((now - dense) / longAgo) * longAgo;
  const [long, short] = [
    back > dense
      ? await rangeOf(url, query, {
          start: Math.ceil((now - back) / longAgo) * longAgo,
          end: late - longAgo,
          step: longAgo,
        })
      : [],
    await rangeOf(url, query, { start: late, end: now, step }),
  ];
  return text(recording, [...long, ...short]);
};
