import type { LabelMatcher } from '#promql/metric/match.js';
import { namedValues } from '#promql/metric/choice.js';
import { instead } from '#ground/nearest.js';
import type { Fault } from '#ground/fault.js';
import { type AlertLabels, maySatisfy, mayCarry, valuesOf } from './carried.js';
import { printMatcher } from './matcher.js';

type Reason = Pick<Fault, 'what' | 'code' | 'why' | 'cure'>;

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** Every label that some of these alerts can carry. */
export const labelsCarried = (alerts: readonly AlertLabels[]): readonly string[] =>
  sorted(
    alerts
      .flatMap(({ labels, open = [] }) => [...Object.keys(labels), ...open])
      .filter((label) => alerts.some((alert) => mayCarry(alert, label))),
  );

/** The values that a label can have among these alerts; `undefined` where an expression leaves them open. */
const valuesAmong = (alerts: readonly AlertLabels[], label: string): readonly string[] | undefined => {
  const values = alerts.map((alert) => valuesOf(alert, label));
  return values.includes(undefined) ? undefined : sorted(values.flatMap((each) => each ?? []));
};

const unsatisfied = (matcher: LabelMatcher, alerts: readonly AlertLabels[]): Reason => {
  const { label, value } = matcher;
  const what = printMatcher(matcher);
  if (!alerts.some((alert) => mayCarry(alert, label)))
    return {
      what,
      code: 'matches-no-alert',
      why: `no alert that gets here has a label ${label}`,
      cure: instead(label, labelsCarried(alerts)),
    };
  const known = valuesAmong(alerts, label) ?? [];
  const [meant = value] = namedValues(matcher) ?? [];
  return {
    what,
    code: 'matches-no-alert',
    why: `no alert that gets here has ${what}`,
    cure: known.length === 0 ? `match another value of ${label}` : instead(meant, known),
  };
};

/** Why none of these alerts can satisfy all matchers, one reason for each cause; none where some can. */
export const unfulfilled = (
  matchers: readonly LabelMatcher[],
  alerts: readonly AlertLabels[],
): readonly Reason[] => {
  if (alerts.some((alert) => maySatisfy(matchers, alert))) return [];
  const alone = matchers.filter((matcher) => !alerts.some((alert) => maySatisfy([matcher], alert)));
  if (alone.length > 0) return alone.map((matcher) => unsatisfied(matcher, alerts));
  const what = matchers.map(printMatcher).join(', ');
  return [
    {
      what,
      code: 'matches-no-alert',
      why: `no alert that gets here has all of ${what}`,
      cure: 'leave out what contradicts the rest',
    },
  ];
};

const isNegative = ({ operator }: LabelMatcher): boolean => operator.startsWith('!');

/** The words that a matcher names: those of its opposite where it is a `not(…)`. */
const namedBy = (matcher: LabelMatcher): readonly string[] =>
  namedValues(
    isNegative(matcher) ? { ...matcher, operator: matcher.operator === '!=' ? '=' : '=~' } : matcher,
  ) ?? [];

/**
 * Names in matchers that none of these alerts has, where others beside them hide it: one of a choice, or an alert that is made an
 * exception of.
 */
export const unknownNames = (
  matchers: readonly LabelMatcher[],
  alerts: readonly AlertLabels[],
): readonly Reason[] =>
  matchers
    // Of severities there are two, whichever this application has.
    .filter(({ label }) => label !== 'severity')
    .filter((matcher) => !isNegative(matcher) || matcher.label === 'alertname')
    .flatMap((matcher) => {
      const { label } = matcher;
      const known = valuesAmong(alerts, label);
      const names = namedBy(matcher);
      if (known === undefined || known.length === 0 || (names.length < 2 && !isNegative(matcher))) return [];
      return names
        .filter((name) => name !== '' && !known.includes(name))
        .map((name) => ({
          what: name,
          code: 'matches-no-alert',
          why: `no alert that gets here has ${label} '${name}' of ${printMatcher(matcher)}`,
          cure: instead(name, known),
        }));
    });
