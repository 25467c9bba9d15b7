import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import { alertsOf } from '#application/application.js';
import { inSeconds } from '#ground/duration.js';
import { readsBack } from '#promql/expr/look-back.js';
import { selectors } from '#promql/expr/ast.js';
import { now } from './clock.js';
import { laidOut } from './layout.js';
import type { Placed } from './place.js';
import type { Proven } from './world.js';

/** What goes wrong in the data, and when: the fault of an alert's proof, in seconds since 1970. */
export interface Planned {
  readonly placed: Placed;
  readonly proven: Proven;
  readonly from: number;
  readonly to: number;
}

const minute = 60;
const hour = 60 * minute;

/** How long a fault lasts at the least, for people to see it on a panel of six hours. */
const lasts = 25 * minute;

/** How far back an alert looks at what it reads; of what is recorded, the fault is made so much graver instead. */
export const windowOf = ({ expr }: Pick<AlertRule, 'expr'>): number =>
  Math.min(2 * 3600, selectors(expr).some(({ metric }) => metric.recorded) ? 0 : readsBack(expr));

/** How long the fault of an alert must last for it to fire, and to go on for some time. */
const lengthOf = (rule: AlertRule): number =>
  Math.ceil(Math.max(lasts, inSeconds(rule.for) + windowOf(rule) + 10 * minute) / minute) * minute;

/** What users would notice comes first: errors, then what does not answer, then what takes long. */
const noticed: readonly RegExp[] = [/error|fail/i, /down/i, /latency|slow/i];

const chosenOf = (
  proofs: readonly Proven[],
  severity: string,
  but: readonly Proven[],
): Proven | undefined => {
  const able = proofs.filter(
    ({ rule, series }) =>
      rule.severity === severity &&
      series.length > 0 &&
      !selectors(rule.expr).some(({ metric }) => metric.recorded) &&
      !but.some((each) => each.rule === rule || each.rule.name === rule.name),
  );
  const [first = /./] = severity === 'critical' ? noticed : [/latency|slow|memory|cpu/i];
  return able.find(({ rule }) => first.test(rule.name)) ?? able[0];
};

/** When the faults of one application begin, in seconds before now: one critical, one warning before it. Those of the next application begin a little later. */
const begins = { critical: 130 * minute, warning: 265 * minute };

const during = (placed: Placed, proven: Proven, before: number): Planned => {
  const from = now - before;
  return { placed, proven, from, to: Math.min(now, from + lengthOf(proven.rule)) };
};

/** The usual incidents of an application, the one at this place among all: of the first, one goes on. */
const usual = (
  placed: Placed,
  proofs: readonly Proven[],
  place: number,
  goesOn: boolean,
): readonly Planned[] => {
  const shift = place * 7 * minute;
  const critical = chosenOf(proofs, 'critical', []);
  const warning = chosenOf(proofs, 'warning', critical ? [critical] : []);
  const other = goesOn
    ? chosenOf(
        proofs,
        'warning',
        [critical, warning].flatMap((each) => each ?? []),
      )
    : undefined;
  return [
    ...(critical ? [during(placed, critical, begins.critical - shift)] : []),
    ...(warning ? [during(placed, warning, begins.warning - shift)] : []),
    ...(other ? [{ placed, proven: other, from: now - lengthOf(other.rule), to: now + minute }] : []),
  ];
};

/** An application with what proves its alerts. */
export interface Proofs {
  readonly placed: Placed;
  readonly proofs: readonly Proven[];
}

/** Whether an alert is one of those that were chosen by name. */
const isNamed = (rule: AlertRule, names: readonly string[]): boolean =>
  names.includes(rule.name) || names.includes(keyOf(rule));

/**
 * What goes wrong in the data: of each application one critical alert and one warning, of the one with most alerts another that fires still; or those
 * that were chosen by name, each at a time of its own where there is one, and never beside another of the same series.
 */
export const planned = (all: readonly Proofs[], names?: readonly string[]): readonly Planned[] => {
  if (names)
    return all.flatMap(({ placed, proofs }) => {
      const chosen = proofs.filter(({ rule, series }) => isNamed(rule, names) && series.length > 0);
      const times = { first: hour, room: 6 * hour };
      return laidOut(chosen, times, ({ rule }) => lengthOf(rule)).map(({ proven, begins }) =>
        during(placed, proven, begins),
      );
    });
  const [largest] = all.toSorted(
    (a, b) => alertsOf(b.placed.application).length - alertsOf(a.placed.application).length,
  );
  return all.flatMap((each, place) => usual(each.placed, each.proofs, place, each === largest));
};
