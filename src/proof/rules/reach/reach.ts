import { type Carried, carried } from '#rules/carried.js';
import { type Sender, sent } from './sender.js';
import type { ReadAlert } from '#rules/findings/same-alert.js';
import type { WrittenAlert } from '#rules/rule.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { type Unreached, unreached, ways } from '#routing/reach.js';
import type { Route } from '#routing/route.js';

/** Whom an alert reaches. */
export interface Reach {
  readonly alert: WrittenAlert;
  /** The receivers that it tells, in the order of the routes; where labels are known only when it fires, each way that there is. */
  readonly ways: readonly (readonly string[])[];
  /** Why it may tell nobody; nothing where it is sure to reach a receiver that sends somewhere. */
  readonly unreached?: Unreached;
  /** Labels by which routes ask, and which its series may carry although nothing says so: then it may go another way. */
  readonly ifCarried: readonly string[];
}

/** Labels by which the routes of a tree ask. */
const askedFor = (route: Route): readonly string[] => [
  ...route.matchers.map(({ label }) => label),
  ...route.routes.flatMap(askedFor),
];

const isKnown = ({ labels, open }: Carried, label: string): boolean =>
  Object.hasOwn(labels, label) || open.includes(label);

/**
 * Whom each alert reaches by a configuration of Alertmanager, in the order of the alerts. Time intervals are left aside.
 *
 * @param sender What alerts get on their way; nothing unless given.
 */
export const reachOf = (
  alerts: readonly ReadAlert[],
  configuration: Configuration,
  sender: Sender = { external: {} },
): readonly Reach[] => {
  const asked = [...new Set(askedFor(configuration.route))];
  return alerts.map(({ alert, group, expr }) => {
    const labels = sent(carried(alert, group, expr), group, sender);
    const nobody = unreached(configuration, labels);
    const told = ways(configuration, labels).map((way) => [...new Set(way)]);
    return {
      alert,
      ways: [...new Map(told.map((way) => [JSON.stringify(way), way])).values()],
      ...(nobody && { unreached: nobody }),
      ifCarried: labels.mayHaveMore ? asked.filter((label) => !isKnown(labels, label)) : [],
    };
  });
};

/** The receivers that none of these alerts reaches. */
export const receiversWithout = (
  reached: readonly Reach[],
  { receivers }: Configuration,
): readonly string[] => {
  const told = new Set(reached.flatMap((each) => each.ways.flat()));
  return Object.keys(receivers).filter((name) => !told.has(name));
};
