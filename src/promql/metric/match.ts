import { type Reason, refusal } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { isLabelValue } from './label.js';
import { matchesWhole, re2Fault } from './re2.js';

/** How a label is compared with a text, or with a regular expression. */
export const matchOperators = ['=', '!=', '=~', '!~'] as const;

/** How one label is compared with one text. */
export interface LabelMatcher {
  readonly label: string;
  readonly operator: (typeof matchOperators)[number];
  readonly value: string;
}

/** A dashboard variable in a matcher: `namespace="$namespace"`, or `=~` where several may be chosen. */
export interface Variable {
  readonly variable: string;
  readonly multiple: boolean;
}
/** Compares with what is chosen on the dashboard, `multiple` where several values may be. */
export const variable = (name: string, { multiple = false } = {}): Variable => ({ variable: name, multiple });

/** The opposite of a match. */
export interface Not<out T extends string> {
  readonly not: T | RegExp | readonly T[];
}
/** The opposite of a match: `not('GET')` is `!="GET"`, `not(/5../)` is `!~"5.."`. */
export const not = <const T extends string>(value: T | RegExp | readonly T[]): Not<T> => ({ not: value });

/**
 * `'GET'` compares with `=`, `/5../` with `=~` (anchored at both ends, as Prometheus does), a list with any of its values:
 * one of a single value with `=`.
 */
export type Match<T extends string = string> = T | RegExp | readonly T[] | Not<T> | Variable;

/** The labels of a metric with the values that each may have: `string` where the set is open. */
export type LabelValues = Readonly<Record<string, string>>;

/** One match per label; the value of a label with a closed set must be in it. */
export type Matchers<V extends LabelValues> = { readonly [L in keyof V]?: Match<V[L]> };

/** A text as a regular expression that matches nothing else. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const anyOf = (texts: readonly string[]): string => texts.map(literal).join('|');

const positive = (label: string, match: string | RegExp | readonly string[]): LabelMatcher => {
  if (match instanceof RegExp) return { label, operator: '=~', value: re2Source(match, `label ${label}`) };
  const [first, ...others] = typeof match === 'string' ? [match] : match;
  return first !== undefined && others.length === 0
    ? { label, operator: '=', value: first }
    : { label, operator: '=~', value: anyOf([match].flat()) };
};

/**
 * A JavaScript pattern as RE2 writes it.
 *
 * @throws Error on flags that RE2 has no word for; `where` says what the pattern is for.
 */
export const re2Source = (pattern: RegExp, where: string): string => {
  const flags = pattern.flags.replace('u', '');
  if (/[^is]/.test(flags))
    throw refusal(where, {
      what: String(pattern),
      code: 'bad-regex',
      why: `${String(pattern)}: of JavaScript's flags only i and s mean something in RE2`,
      cure: 'leave the others out',
    });
  // JavaScript escapes `/` in a literal's source; RE2 and the reader of `dist/` need not see that.
  return (flags === '' ? '' : `(?${flags})`) + pattern.source.replaceAll('\\/', '/');
};

/**
 * A match as Prometheus's matcher.
 *
 * @throws Error on what is no match, on a pattern that RE2 does not know, and on a text that Prometheus cannot hold.
 */
export const matcher = (label: string, match: Match): LabelMatcher => {
  if (!isMatch(match))
    throw refusal(`label ${label}`, {
      what: String(match),
      code: 'bad-matcher',
      why: `it is compared with ${Array.isArray(match) ? 'a list of no texts' : `what is no text: ${String(match)}`}`,
      cure: "write 'text', /pattern/, a list of texts, or not(…) of one of these",
    });
  const written = asMatcher(label, match);
  const fault = matcherFault(written);
  if (fault !== undefined)
    throw refusal(`label ${label}`, {
      what: written.value,
      code: fault.code,
      why: `'${written.value}' ${fault.why}`,
      cure: '',
    });
  return written;
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a value is a match, where types were put aside. */
const isMatch = (value: unknown): boolean =>
  isPositive(value) ||
  (isObject(value) && ('not' in value ? isPositive(value.not) : isText(value['variable'])));
const isPositive = (value: unknown): boolean =>
  isText(value) ||
  value instanceof RegExp ||
  (Array.isArray(value) && value.length > 0 && value.every(isText));

/** The texts that a match names one by one. */
export const textsOf = (match: Match): readonly string[] => {
  if (match instanceof RegExp) return [];
  if (typeof match === 'string') return [match];
  if ('length' in match) return match;
  return 'not' in match ? textsOf(match.not) : [];
};

const asMatcher = (label: string, match: Match): LabelMatcher => {
  if (typeof match === 'string' || match instanceof RegExp || 'length' in match)
    return positive(label, match);
  if ('variable' in match)
    return { label, operator: match.multiple ? '=~' : '=', value: `$${match.variable}` };
  const { operator, value } = positive(label, match.not);
  return { label, operator: operator === '=' ? '!=' : '!~', value };
};

/** Whether a dashboard fills the value in. */
const isVariable = (value: string): boolean => /^\$\w+$/.test(value);

/** Why no series can match, whatever its metric, as the rest of a sentence; `undefined` where one can. */
export const matcherFault = ({ operator, value }: LabelMatcher): Reason | undefined => {
  if (!isLabelValue(value))
    return { code: 'bad-matcher', why: 'holds half a character; write a text of whole ones' };
  const fault = operator.endsWith('~') && !isVariable(value) ? re2Fault(value) : undefined;
  return fault === undefined
    ? undefined
    : { code: 'bad-regex', why: `is not a regular expression of Prometheus: ${fault}` };
};

/** Which of a closed set's values a matcher lets through; a dashboard variable lets through all. */
export const admitted = ({ operator, value }: LabelMatcher, values: readonly string[]): readonly string[] => {
  if (isVariable(value)) return values;
  const matches = (text: string): boolean =>
    operator.endsWith('~') ? matchesWhole(value, text) : text === value;
  return values.filter((text) => matches(text) !== operator.startsWith('!'));
};
