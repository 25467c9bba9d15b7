import { accepted, namedBy } from '#derive/labels/accepted.js';
import { readable } from '#derive/labels/readable.js';
import type { Selector } from '#promql/expr/ast.js';
import type { LabelMatcher } from '#promql/metric/match.js';

type Labels = Readonly<Record<string, string>>;

/** Labels of one good and one bad event. */
export interface Example {
  readonly good: Labels;
  readonly bad: Labels;
}

const negated: Readonly<Record<LabelMatcher['operator'], LabelMatcher['operator']>> = {
  ...{ '=': '!=', '!=': '=', '=~': '!~', '!~': '=~' },
};
const opposite = (matcher: LabelMatcher): LabelMatcher => ({
  ...matcher,
  operator: negated[matcher.operator],
});

const isSame = (one: LabelMatcher, other: LabelMatcher): boolean =>
  one.label === other.label && one.operator === other.operator && one.value === other.value;

const valueOf = (label: string, matchers: readonly LabelMatcher[]): string | undefined =>
  accepted({
    ...{ label, matchers: matchers.filter((each) => each.label === label) },
    ...{ isOptional: false, pinned: [], taken: () => false },
    offered: matchers.flatMap((each) => (each.label === label ? namedBy(each) : [])),
    readable: readable(label),
  });

const labelsOf = (labels: readonly string[], matchers: readonly LabelMatcher[]): Labels | undefined => {
  const values = labels.map((label) => [label, valueOf(label, matchers)] as const);
  const found = values.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
  return found.length === labels.length ? Object.fromEntries(found) : undefined;
};

/**
 * Labels by which an event of a part is told from one that is not of it; nothing where none were found, or none are needed: where the
 * part is a metric of its own.
 */
export const exampleOf = (total: Selector, part: Selector, counts: 'good' | 'bad'): Example | undefined => {
  if (total.metric.name !== part.metric.name) return undefined;
  const own = part.matchers.filter((each) => !total.matchers.some((other) => isSame(each, other)));
  const told = [...total.matchers.filter(({ operator }) => operator !== '='), ...own];
  const labels = [...new Set(told.map(({ label }) => label))];
  const within = labelsOf(labels, [...total.matchers, ...own]);
  // One label that is otherwise is enough.
  const [beyond] = own
    .map((matcher) => {
      const others = own.filter((each) => each.label !== matcher.label);
      return labelsOf(labels, [...total.matchers, ...others, opposite(matcher)]);
    })
    .filter((found) => found !== undefined);
  if (within === undefined || beyond === undefined) return undefined;
  return counts === 'good' ? { good: within, bad: beyond } : { good: beyond, bad: within };
};
