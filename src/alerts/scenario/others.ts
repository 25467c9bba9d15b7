import type { Selector } from '#promql/expr/ast.js';
import { mapped } from '#ground/keyed.js';
import { namedValues } from '#promql/metric/choice.js';
import type { LabelMatcher } from '#promql/metric/match.js';

type Labels<L extends string> = Readonly<Record<L, string>>;

/**
 * Labels of other alerts of the same name: one for each further value that a matcher names, so that none of the names is superfluous;
 * else one with another value of each label that nothing fixes. None where all labels are fixed.
 */
export const othersOf = <L extends string>(
  labels: Labels<L>,
  selectors: readonly Selector[],
): readonly Labels<L>[] => {
  const names = Object.keys(labels);
  const matchersOf = (label: string): readonly LabelMatcher[] =>
    selectors.flatMap(({ matchers }) =>
      matchers.filter((each) => each.label === label && !each.operator.startsWith('!')),
    );
  const known: Readonly<Record<string, string>> = labels;
  const named = names.flatMap((label) =>
    matchersOf(label)
      .flatMap((matcher) => namedValues(matcher) ?? [])
      .filter((value, i, all) => value !== known[label] && all.indexOf(value) === i)
      .map((value) => ({ label, value })),
  );
  const open = names.filter((label) => matchersOf(label).length === 0);
  const elsewhere = (base: Labels<L>): Labels<L> =>
    mapped(base, (value, label) => (open.includes(label) ? `other-${label}` : value));
  if (named.length > 0)
    return named.map((other) =>
      elsewhere(mapped(labels, (value, label) => (label === other.label ? other.value : value))),
    );
  return open.length > 0 ? [elsewhere(labels)] : [];
};
