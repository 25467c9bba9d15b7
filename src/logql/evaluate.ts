import { isObject } from '#ground/field.js';
import { inSeconds } from '#ground/duration.js';
import { type LabelMatcher, admitted } from '#promql/metric/match.js';
import { matchesWhole } from '#promql/metric/re2.js';
import type { StreamLabel, StructuredMetadata } from './labels.js';
import type { Lines, Stage } from './lines.js';
import type { AnyLogSignal } from './signal.js';

/** A line as Loki has it: when it was written, in seconds, and what is known of it. */
export interface Entry {
  readonly at: number;
  readonly labels: Readonly<Record<StreamLabel, string>>;
  readonly metadata: Readonly<Partial<Record<StructuredMetadata, string>>>;
  readonly line: string;
}

/** A number at a moment, and whose it is. */
export interface LogSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A label that a line does not have compares as the empty text. */
const accepts = (matcher: LabelMatcher, value = ''): boolean => admitted(matcher, [value]).length > 0;

/** The value that Loki gives a field, as text; nothing of a line that is no JSON. */
const fieldOf = (line: string, field: string): string | undefined => {
  try {
    const read: unknown = JSON.parse(line);
    if (!isObject(read)) return undefined;
    const value = read[field];
    if (value === undefined || value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  } catch {
    return undefined;
  }
};

const holds = (line: string, { operator, text }: Extract<Stage, { type: 'line' }>): boolean => {
  const found = operator.endsWith('~')
    ? matchesWhole(`(?s:.*)(?:${text})(?s:.*)`, line)
    : line.includes(text);
  return found !== operator.startsWith('!');
};

const passes = ({ line, metadata }: Entry, stage: Stage): boolean => {
  switch (stage.type) {
    case 'line':
      return holds(line, stage);
    case 'metadata':
      return accepts(stage.matcher, new Map(Object.entries(metadata)).get(stage.matcher.label));
    case 'field': {
      const value = fieldOf(line, stage.matcher.label);
      return value !== undefined && accepts(stage.matcher, value);
    }
  }
};

/** The lines that a selector finds and that pass its stages, as Loki returns them. */
export const selected = ({ selector, stages }: Lines, entries: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry) => {
    const labels = new Map<string, string>(Object.entries(entry.labels));
    return (
      selector.every((matcher) => accepts(matcher, labels.get(matcher.label))) &&
      stages.every((stage) => passes(entry, stage))
    );
  });

/**
 * What Loki makes of lines at a moment: those within the window, the moment included and that a window before it not. It is exactly what
 * `LogSignal` can say: no series where there is no line, and of `absent_over_time` one only there.
 *
 * @param entries in the order in which they were written.
 */
export const evaluator = (
  signal: AnyLogSignal,
  entries: readonly Entry[],
): ((at: number) => readonly LogSample[]) => {
  const { function: name, lines, window, by } = signal;
  const read = selected(lines, entries);
  const seconds = inSeconds(window);
  const unit = name === 'rate' ? seconds : 1;
  return (at) => {
    const inWindow = read.filter((entry) => entry.at > at - seconds && entry.at <= at);
    if (name === 'absent_over_time')
      return inWindow.length > 0 ? [] : [{ labels: ofSelector(signal), value: 1 }];
    const counts = new Map<string, { readonly labels: LogSample['labels']; count: number }>();
    for (const { labels } of inWindow) {
      const own = Object.fromEntries(by.map((label) => [label, labels[label]]));
      const key = JSON.stringify(own);
      const counted = counts.get(key) ?? { labels: own, count: 0 };
      counted.count += 1;
      counts.set(key, counted);
    }
    return [...counts.values()].map(({ labels, count }) => ({ labels, value: count / unit }));
  };
};

/** What of a selector says one value of a label, by which what is absent is named. */
const ofSelector = ({ lines, by }: AnyLogSignal): LogSample['labels'] =>
  Object.fromEntries(
    by.flatMap((label) => {
      const one = lines.selector.find((each) => each.label === label && each.operator === '=');
      return one ? [[label, one.value]] : [];
    }),
  );
