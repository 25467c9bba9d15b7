import { areApart } from '#promql/metric/apart.js';
import { namedValues } from '#promql/metric/choice.js';
import { type LabelMatcher, admitted } from '#promql/metric/match.js';
import type { Aggregation, Selector } from './ast.js';
import { isSameWhen } from './when.js';

/** Whether the part is summed up by the labels of the whole, or by more: then it is a share of the whole's series. */
export const isFiner = ({ grouping: part }: Aggregation, { grouping: whole }: Aggregation): boolean => {
  const [finer, coarser] = [part?.labels ?? [], whole?.labels ?? []];
  if (part?.type === 'without' || whole?.type === 'without')
    return part?.type === whole?.type && [...finer].sort().join() === [...coarser].sort().join();
  return coarser.every((label) => finer.includes(label));
};

/** Whether one selector takes a part of the series that another takes, or of what those count. */
export const isNarrower = (part: Selector, whole: Selector): boolean =>
  (part.metric.name === whole.metric.name || isBucketOf(part, whole)) && isWithin(part, whole);

/** Whether one selector takes series that another counts: its own, or what the same observations add up to. */
export const isOfOneCount = (part: Selector, whole: Selector): boolean =>
  (part.metric.name === whole.metric.name || isCountOf(part, whole)) && isWithin(part, whole);

const isCountOf = ({ metric: part }: Selector, { metric: whole }: Selector): boolean =>
  part.family !== undefined && part.family === whole.family && whole.name === `${part.family}_count`;

/** Whether a selector lets through nothing at all that another, of series with the same labels, does not. */
const isWithin = (part: Selector, whole: Selector): boolean =>
  isSameWhen(part, whole) &&
  whole.matchers.every((matcher) => part.matchers.some((other) => implies(other, matcher)));

/** Whether what one matcher lets through the other does too: the same, or values that it names. */
const implies = (one: LabelMatcher, other: LabelMatcher): boolean =>
  one.label === other.label &&
  ((one.operator === other.operator && one.value === other.value) ||
    namedValues(one)?.every((value) => admitted(other, [value]).length > 0) === true ||
    (isPositive(one) && !isPositive(other) && areApart(one, other)));

const isPositive = ({ operator }: LabelMatcher): boolean => !operator.startsWith('!');

/** One bucket holds a part of what `_count` counts. */
const isBucketOf = (part: Selector, whole: Selector): boolean =>
  part.metric.family !== undefined &&
  part.metric.family === whole.metric.family &&
  part.metric.name.endsWith('_bucket') &&
  whole.metric.name.endsWith('_count') &&
  part.matchers.some(isOneEdge);

/** Whether a matcher lets through a single edge, however it is written: `1` and `1.0`. */
const isOneEdge = (matcher: LabelMatcher): boolean =>
  matcher.label === 'le' && new Set(namedValues(matcher)?.map(Number)).size === 1;
