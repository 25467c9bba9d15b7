import { re2Fault } from './re2.js';

/** How one label is compared with one text. */
export interface LabelMatcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** A dashboard variable in a matcher: `namespace="$namespace"`, or `=~` where several may be chosen. */
export interface Variable {
  readonly variable: string;
  readonly multiple: boolean;
}
export const variable = (name: string, { multiple = false } = {}): Variable => ({ variable: name, multiple });

export interface Not<out T extends string> {
  readonly not: T | RegExp | readonly T[];
}
/** The opposite of a match: `not('GET')` is `!="GET"`, `not(/5../)` is `!~"5.."`. */
export const not = <const T extends string>(value: T | RegExp | readonly T[]): Not<T> => ({ not: value });

/** `'GET'` compares with `=`, `/5../` with `=~` (anchored at both ends, as Prometheus does), a list with any of its values. */
export type Match<T extends string = string> = T | RegExp | readonly T[] | Not<T> | Variable;

/** The labels of a metric with the values that each may have: `string` where the set is open. */
export type LabelValues = Readonly<Record<string, string>>;

/** One match per label; the value of a label with a closed set must be in it. */
export type Matchers<V extends LabelValues> = { readonly [L in keyof V]?: Match<V[L]> };

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const anyOf = (texts: readonly string[]): string => texts.map(literal).join('|');

const positive = (label: string, match: string | RegExp | readonly string[]): LabelMatcher =>
  typeof match === 'string'
    ? { label, operator: '=', value: match }
    : { label, operator: '=~', value: match instanceof RegExp ? source(label, match) : anyOf(match) };

// JavaScript escapes `/` in a literal's source; RE2 and the reader of `dist/` need not see that.
const source = (label: string, pattern: RegExp): string => {
  const text = pattern.source.replaceAll('\\/', '/');
  const fault =
    pattern.flags === ''
      ? re2Fault(text)
      : `flags (${pattern.flags}) are not written this way in RE2; begin the pattern with (?${pattern.flags})`;
  if (fault !== undefined)
    throw new Error(`label ${label}: ${String(pattern)} is not a regular expression of Prometheus: ${fault}`);
  return text;
};

/** A match as Prometheus's matcher. */
export const matcher = (label: string, match: Match): LabelMatcher => {
  if (typeof match === 'string' || match instanceof RegExp || 'length' in match)
    return positive(label, match);
  if ('variable' in match)
    return { label, operator: match.multiple ? '=~' : '=', value: `$${match.variable}` };
  const { operator, value } = positive(label, match.not);
  return { label, operator: operator === '=' ? '!=' : '!~', value };
};

/** Which of a closed set's values a matcher lets through; a dashboard variable lets through all. */
export const admitted = ({ operator, value }: LabelMatcher, values: readonly string[]): readonly string[] => {
  if (value.startsWith('$')) return values;
  const matches = operator.endsWith('~')
    ? (text: string) => new RegExp(`^(?:${value})$`).test(text)
    : (text: string) => text === value;
  return values.filter((text) => matches(text) !== operator.startsWith('!'));
};
