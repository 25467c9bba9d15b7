import type { Selector } from '#promql/expr/ast.js';
import { namedValues } from '#promql/metric/choice.js';
import { type LabelMatcher, admitted } from '#promql/metric/match.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import type { Behaviour } from './behaviour.js';
import { duringFault, identity, withNumbers } from './course.js';
import { reads } from './selected.js';

const opposite = { '!=': '=', '!~': '=~' } as const;

/** Values by which a series fails just this matcher; of a pattern that names none there may be none known. */
const failing = ({ label, operator, value }: LabelMatcher, { values }: MetricInfo): readonly string[] => {
  if (operator === '!=' || operator === '!~') {
    const excluded = { label, operator: opposite[operator], value } as const;
    return namedValues(excluded) ?? spelled(value).filter((each) => admitted(excluded, [each]).length > 0);
  }
  const candidates = values[label] ?? [`somebody-else`];
  return candidates.filter((each) => admitted({ label, operator, value }, [each]).length === 0).slice(0, 1);
};

/** Texts that a simple pattern lets through: of `4..` it is 400. */
const spelled = (pattern: string): readonly string[] =>
  pattern.split('|').map((each) => each.replaceAll('.', '0'));

/** How much more there is of lookalikes: so much that one who counts them sees it. */
const many = 100;

/**
 * Series that differ from one's own by a single label, and that none of the selectors reads: of somebody else's namespace, of a path
 * that does not count. Whoever drops a matcher reads them, and they are many.
 */
export const lookalikes = (
  own: readonly Behaviour[],
  selectors: readonly Selector[],
): readonly Behaviour[] => {
  const found = own.flatMap((behaviour) =>
    selectors
      .filter((selector) => reads(selector, behaviour))
      .flatMap(({ matchers }) => matchers)
      .flatMap((matcher) =>
        failing(matcher, behaviour.metric).map((value) => ({
          ...behaviour,
          labels: { ...behaviour.labels, [matcher.label]: value },
        })),
      )
      .filter((lookalike) => !selectors.some((selector) => reads(selector, lookalike)))
      .map((lookalike) =>
        lookalike.metric.unit === 'boolean' ? lookalike : withNumbers(lookalike, (value) => value * many),
      ),
  );
  // Of two of one's own that differ by this label alone the lookalike is the greater one, not the one that is 0.
  const ascending = found.toSorted((a, b) => duringFault(a) - duringFault(b));
  return [...new Map(ascending.map((each) => [identity(each), each])).values()];
};
