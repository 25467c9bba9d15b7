import type { LabelMatcher } from '../promql/metric/match.js';
import { accepts } from './matcher.js';

/** A choice of words as a pattern writes it: `a|b`, with `\.` for a dot. */
const words = /^(?:[\w-]|\\\W)+(?:\|(?:[\w-]|\\\W)+)*$/;

/** The values that a matcher lets through, where it names them: `="a"` or `=~"a|b"`. */
const named = ({ operator, value }: LabelMatcher): readonly string[] | undefined => {
  if (operator === '=') return [value];
  return operator === '=~' && words.test(value)
    ? value.split(/(?<!\\)\|/).map((word) => word.replace(/\\(.)/g, '$1'))
    : undefined;
};

const opposite = { '=': '!=', '!=': '=', '=~': '!~', '!~': '=~' } as const;

const excludes = (matcher: LabelMatcher, other: LabelMatcher): boolean =>
  matcher.label === other.label &&
  matcher.value === other.value &&
  matcher.operator === opposite[other.operator];

/**
 * Whether the labels of one alert, or of one series, could satisfy all matchers. A pattern that is more than a choice of
 * words is taken to allow it, but beside its negation.
 */
export const canHoldTogether = (matchers: readonly LabelMatcher[]): boolean =>
  matchers.every((matcher) => {
    const values = named(matcher);
    const others = matchers.filter((other) => other.label === matcher.label);
    if (others.some((other) => excludes(matcher, other))) return false;
    return values === undefined || values.some((value) => others.every((other) => accepts(other, value)));
  });
