import { namedValues } from '#promql/metric/choice.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { accepts } from './matcher.js';

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
    const values = namedValues(matcher);
    const others = matchers.filter((other) => other.label === matcher.label);
    if (others.some((other) => excludes(matcher, other))) return false;
    return values === undefined || values.some((value) => others.every((other) => accepts(other, value)));
  });
