import type { Fault } from '#ground/fault.js';
import { nearest } from '#ground/nearest.js';
import { isTargetLabel } from '#promql/metric/label.js';
import { type AlertLabels, maySatisfy, mayCarry, valuesOf } from './carried.js';
import type { Inhibition } from './inhibition.js';
import { labelsCarried, unfulfilled, unknownNames } from './unfulfilled.js';

type Alerts = readonly AlertLabels[];

/** Whether two alerts can be equal in a label: that both lack it is equal, too. */
const canBeEqual = (label: string, one: AlertLabels, other: AlertLabels): boolean => {
  const [these, those] = [valuesOf(one, label), valuesOf(other, label)];
  if (these === undefined || those === undefined) return true;
  return these.length + those.length === 0 || these.some((value) => those.includes(value));
};

/** A source and a target that both lack a label, and are alike in all other labels that must be equal. */
const bothLacking = (
  label: string,
  equal: readonly string[],
  sources: Alerts,
  targets: Alerts,
): readonly [AlertLabels, AlertLabels] | undefined =>
  sources
    .filter((source) => !mayCarry(source, label))
    .flatMap((source) =>
      targets
        .filter((target) => target !== source && !mayCarry(target, label))
        .filter((target) => equal.every((each) => canBeEqual(each, source, target)))
        .map((target) => [source, target] as const),
    )[0];

const nameOf = ({ labels }: AlertLabels): string => labels['alertname'] ?? 'an alert';

const missingFaults = (at: string, { equal }: Inhibition, sources: Alerts, targets: Alerts) =>
  equal.flatMap((label): readonly Fault[] => {
    const pair = bothLacking(label, equal, sources, targets);
    if (pair === undefined) return [];
    const [source, target] = pair.map(nameOf);
    const carried = labelsCarried([...sources, ...targets]).filter((each) => !equal.includes(each));
    // What scraping adds is meant as it is written.
    const meant = isTargetLabel(label) ? undefined : nearest(label, carried);
    return [
      {
        where: `${at}.equal`,
        what: label,
        code: 'equal-without-label',
        why: `neither ${source} nor ${target} has a label ${label}, which Alertmanager takes for equal: while the first fires, the second is never sent`,
        cure: `${meant === undefined ? '' : `write ${meant}, `}leave ${label} out, or match it: ${label}: not('')`,
      },
    ];
  });

/** A name that no alert has is told by itself; that nothing is on the side then follows. */
const oneOfBoth = <T>(whole: readonly T[], names: readonly T[]): readonly T[] =>
  names.length > 0 ? names : whole;

/**
 * What is wrong with inhibitions among these alerts: a side that none of them is on, a name that none has, and a label that must
 * be equal which a source and a target both lack: what is missing equals what is missing, so that the one silences the other.
 */
export const idleInhibitions = (inhibitions: readonly Inhibition[], alerts: Alerts): readonly Fault[] =>
  alerts.length === 0
    ? []
    : inhibitions.flatMap((each, i) => {
        const sides = (['source', 'target'] as const).flatMap((side) =>
          oneOfBoth(unfulfilled(each[side], alerts), unknownNames(each[side], alerts)).map(
            ({ why, ...reason }) => ({
              where: `inhibit[${i}].${side}`,
              ...reason,
              why: why.replace('no alert that gets here', 'no alert'),
            }),
          ),
        );
        if (sides.length > 0) return sides;
        const [sources, targets] = [each.source, each.target].map((side) =>
          alerts.filter((alert) => maySatisfy(side, alert)),
        );
        return missingFaults(`inhibit[${i}]`, each, sources ?? [], targets ?? []);
      });
