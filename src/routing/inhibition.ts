import { isLabelName } from '#promql/metric/spelling.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Fault } from '#ground/fault.js';
import { type AlertMatchers, labelMatchers, matcherFaults, printMatcher } from './matcher.js';
import { canHoldTogether } from './together.js';

/**
 * While an alert of `source` fires, those of `target` are not sent: they are a part of what is already known. Both alerts must
 * have the same values of the `equal` labels; a label that neither has is equal.
 */
export interface InhibitionSpec {
  readonly source: AlertMatchers;
  readonly target: AlertMatchers;
  readonly equal: readonly string[];
}

export interface Inhibition {
  readonly source: readonly LabelMatcher[];
  readonly target: readonly LabelMatcher[];
  readonly equal: readonly string[];
}

export const inhibition = ({ source, target, equal }: InhibitionSpec): Inhibition => ({
  source: labelMatchers(source),
  target: labelMatchers(target),
  equal,
});

const emptyFaults = (at: string, { source, target, equal }: InhibitionSpec): readonly Fault[] => [
  ...(Object.keys(source).length > 0
    ? []
    : [
        {
          where: `${at}.source`,
          what: '{}',
          code: 'inhibits-everything' as const,
          why: 'is every alert',
          cure: 'say which alert is the cause',
        },
      ]),
  ...(Object.keys(target).length > 0
    ? []
    : [
        {
          where: `${at}.target`,
          what: '{}',
          code: 'inhibits-everything' as const,
          why: 'is every alert, the cause too',
          cure: 'say which alerts follow from it',
        },
      ]),
  ...equal
    .filter((label) => !isLabelName(label))
    .map((label) => ({
      where: `${at}.equal`,
      what: label,
      code: 'bad-label-name' as const,
      why: `'${label}' is not a label name`,
      cure: 'use letters, digits and _, and dots as OpenTelemetry does',
    })),
];

const neverFaults = (at: string, { source, target, equal }: Inhibition): readonly Fault[] =>
  equal
    .filter((label) => !canHoldTogether([...source, ...target].filter((matcher) => matcher.label === label)))
    .map((label) => ({
      where: `${at}.equal`,
      what: label,
      code: 'inhibits-nothing',
      why: `silences nothing: source and target never have the same ${label}`,
      cure: `leave ${label} out`,
    }));

const sides = ({ source, target }: Inhibition): string =>
  `source {${source.map(printMatcher).join(', ')}}, target {${target.map(printMatcher).join(', ')}}`;

const ringFault = (ring: readonly number[], inhibitions: readonly Inhibition[]): Fault => {
  const [first = 0] = ring;
  const rule = inhibitions[first];
  const told = rule ? sides(rule) : '';
  return ring.length === 1
    ? {
        where: `inhibit[${first}]`,
        what: told,
        code: 'inhibits-its-cause',
        why: `one alert can be both cause and consequence (${told}), so a cause could be silenced`,
        cure: "make the sides differ in a label, e.g. severity 'critical' and 'warning', or leave the cause out of the target with not(…)",
      }
    : {
        where: `inhibit[${first}]`,
        what: told,
        code: 'inhibits-its-cause',
        why: `silences what silences it, by ${ring
          .slice(1)
          .map((i) => `inhibit[${i}]`)
          .join(', then ')} (${told}), so that nobody is told of either`,
        cure: 'leave one of them out',
      };
};

/**
 * An alert that is silenced still silences others. Where the target of one rule can be the source of the next, and so round to
 * the first, all of them can be silent. Of a rule alone Alertmanager saves only alerts that are on both sides from each other; an
 * alert that is the source alone still silences them.
 */
const ringFaults = (inhibitions: readonly Inhibition[]): readonly Fault[] => {
  const next = inhibitions.map(({ target }) =>
    inhibitions.flatMap(({ source }, i) => (canHoldTogether([...target, ...source]) ? [i] : [])),
  );
  // Each ring is told once, from its first rule on.
  const ringsFrom = (path: readonly number[], first: number, last: number): readonly (readonly number[])[] =>
    (next[last] ?? []).flatMap((i) => {
      if (i === first) return [path];
      return i < first || path.includes(i) ? [] : ringsFrom([...path, i], first, i);
    });
  return inhibitions.flatMap((_, i) => ringsFrom([i], i, i)).map((ring) => ringFault(ring, inhibitions));
};

/** What is wrong with inhibitions as they are rendered. */
export const madeFaults = (inhibitions: readonly Inhibition[]): readonly Fault[] => [
  ...inhibitions.flatMap((each, i) => neverFaults(`inhibit[${i}]`, each)),
  ...ringFaults(inhibitions),
];

export const inhibitionFaults = (
  specs: readonly InhibitionSpec[],
  severities: readonly string[] = [],
): readonly Fault[] => {
  const faults = specs.flatMap((spec, i) => [
    ...emptyFaults(`inhibit[${i}]`, spec),
    ...matcherFaults(`inhibit[${i}].source`, spec.source, severities),
    ...matcherFaults(`inhibit[${i}].target`, spec.target, severities),
  ]);
  if (faults.length > 0) return faults;
  return madeFaults(specs.map(inhibition));
};
