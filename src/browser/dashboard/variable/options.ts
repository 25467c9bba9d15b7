import type { Option } from './model.js';

/** The regular expression that is written as `/a.*b/i`, or as text alone; nothing where it is none. */
export const regexOf = (written: string): RegExp | undefined => {
  const match = /^\/(.*)\/([a-z]*)$/s.exec(written);
  try {
    return new RegExp(match?.[1] ?? written, match?.[2] ?? '');
  } catch {
    return undefined;
  }
};

/** What a regular expression takes of a value: its groups named `value` and `text`, else its first group, else all of it. */
const taken = (given: Option, regex: RegExp): readonly Option[] => {
  const isGlobal = regex.flags.includes('g');
  const matches = isGlobal
    ? [...given.value.matchAll(regex)]
    : [regex.exec(given.value)].filter((it) => it !== null);
  return matches.flatMap((match) => {
    const { value, text } = match.groups ?? {};
    if (value !== undefined || text !== undefined)
      return [{ value: value ?? text ?? '', text: text ?? value ?? '' }];
    const whole = match.length > 1 ? match[1] : match[0];
    return whole === undefined ? [] : [{ value: whole, text: match.length > 1 ? whole : given.text }];
  });
};

const numberIn = (text: string): number => Number(/.*?(\d+).*/.exec(text)?.[1] ?? -1);
const plain = new Intl.Collator('en');
const natural = new Intl.Collator('en', { numeric: true });

/** Grafana's orders of a variable's options, by their number: 1 and 2 by text, 3 and 4 by number, 5 and 6 whatever the case, 7 and 8 naturally; even ones fall. */
const orders: readonly ((one: Option, other: Option) => number)[] = [
  (one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0),
  (one, other) => numberIn(one.text) - numberIn(other.text),
  (one, other) => plain.compare(one.text.toLowerCase(), other.text.toLowerCase()),
  (one, other) => natural.compare(one.text, other.text),
];

const sorted = (options: readonly Option[], sort: number): readonly Option[] => {
  const order = orders[Math.ceil(sort / 2) - 1];
  if (!order) return options;
  const rising = [...options].sort(order);
  return sort % 2 === 0 ? rising.reverse() : rising;
};

/** The options that are made of values: through the regular expression of the variable, once each, in its order. */
export const optionsOf = (values: readonly string[], written: string, sort: number): readonly Option[] => {
  const all = values.map((value) => ({ value, text: value }));
  const regex = written === '' ? undefined : regexOf(written);
  const kept = regex ? all.flatMap((option) => taken(option, regex)) : all;
  return sorted([...new Map(kept.map((option) => [option.value, option])).values()], sort);
};

/** Options that are written: `a, b` or `Text : value`, a comma in one behind a backslash. */
export const writtenOptions = (query: string): readonly Option[] =>
  [...query.matchAll(/(?:\\,|[^,])+/g)].map(([written]) => {
    const option = written.replace(/\\,/g, ',').trim();
    const [, text = '', value = ''] = /^\s*(.+)\s:\s(.+)$/.exec(option) ?? [];
    return text ? { text: text.trim(), value: value.trim() } : { text: option, value: option };
  });
