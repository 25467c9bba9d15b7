import { stringify } from 'yaml';
import type { RecordingRule } from '#alerts/rule/recording.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { type RuleContext, prometheusAlert } from '#alerts/rule/prometheus.js';
import { print } from '#promql/expr/print.js';
import type { Mutant } from './mutant.js';
import type { Placed } from '#proof/prove-estate.js';

/** A place in a text, lines and columns counted from 1; the end is not included. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** An alert and the recording rules that are mutated with it, as YAML, without its texts. */
export const sourceOf = ({ alert, context }: Placed, records: readonly RecordingRule[]): string =>
  source(alert, records, context);

/** What a mutant changes in that source. */
export const locationOf = (
  { alert, context }: Placed,
  records: readonly RecordingRule[],
  { rule, record, changed }: Mutant,
): Location => {
  const others = records.map((each) =>
    each.record === record && changed ? { ...each, expr: changed.to } : each,
  );
  const before = source(alert, records, context);
  const after = source(record === undefined ? { ...rule, name: alert.name } : alert, others, context);
  return located(before, difference(before, after));
};

const source = (rule: AlertRule, records: readonly RecordingRule[], context: RuleContext): string => {
  const { annotations: _, ...alert } = prometheusAlert(rule, context);
  const rules = [...records.map(({ record, expr }) => ({ record, expr: print(expr) })), alert];
  return stringify(rules, { lineWidth: 0, blockQuote: 'literal' });
};

type Span = readonly [from: number, to: number];

/** The span of a text that another has not, however the other is broken into lines; whole words. */
const difference = (before: string, after: string): Span => {
  const [a, b] = [inked(before), inked(after)];
  let [start, rest] = [0, 0];
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && before[a[start] ?? 0] === after[b[start] ?? 0]) start += 1;
  const same = (i: number): boolean => before[a[a.length - 1 - i] ?? 0] === after[b[b.length - 1 - i] ?? 0];
  while (rest < shorter - start && same(rest)) rest += 1;
  // Where something is only added, the place is what stands before it.
  const last = Math.max(a.length - 1 - rest, start - 1, 0);
  const first = Math.min(start, last);
  return words(before, [a[first] ?? 0, (a[last] ?? 0) + 1]);
};

/** Where the characters of a text are that are no white space. */
const inked = (text: string): readonly number[] =>
  [...text].flatMap((char, i) => (/\s/.test(char) ? [] : [i]));

const words = (text: string, [from, to]: Span): Span => {
  const isWord = (i: number): boolean => /[\w.]/.test(text[i] ?? ' ');
  let [first, last] = [from, to];
  while (isWord(first) && isWord(first - 1)) first -= 1;
  while (isWord(last - 1) && isWord(last)) last += 1;
  return [first, last];
};

const located = (text: string, [from, to]: Span): Location => {
  const place = (index: number) => {
    const lines = text.slice(0, index).split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  return { start: place(from), end: place(to) };
};
