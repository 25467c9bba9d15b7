import type { Fault } from '../ground/fault.js';
import type { LabelMatcher } from '../promql/metric/match.js';
import { accepts, printMatcher } from './matcher.js';
import type { Route } from './route.js';
import type { Routing } from './routing.js';

/** An alert as far as it is known before it fires. */
export interface AlertLabels {
  /** Labels whose value is known; a label that is named nowhere is one the alert does not have. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels whose value is only known when it fires, such as `pod`. */
  readonly open?: readonly string[];
}

/** The receivers that are told of an alert, in order; none where no route takes it. */
type Way = readonly string[];

const unsatisfied = (route: Route, { labels, open = [] }: AlertLabels): LabelMatcher | undefined =>
  route.matchers.find(
    (matcher) => !open.includes(matcher.label) && !accepts(matcher, labels[matcher.label] ?? ''),
  );

const waysThrough = (route: Route, alert: AlertLabels): readonly Way[] => {
  if (unsatisfied(route, alert)) return [[]];
  const uncertain = route.matchers.some(({ label }) => alert.open?.includes(label));
  const told = waysAmong(route.routes, alert).map((way) => (way.length > 0 ? way : [route.receiver]));
  return uncertain ? [[], ...told] : told;
};

const waysAmong = ([first, ...rest]: readonly Route[], alert: AlertLabels): readonly Way[] => {
  if (first === undefined) return [[]];
  const after = waysAmong(rest, alert);
  return waysThrough(first, alert).flatMap((way) =>
    way.length > 0 && first.continue !== true ? [way] : after.map((others) => [...way, ...others]),
  );
};

/**
 * Every way an alert can go through the tree, as Alertmanager walks it: one, unless a route asks for a label that is open. Time
 * intervals are left aside: what they mute is told later or not, but goes that way.
 */
export const ways = ({ route }: Routing, alert: AlertLabels): readonly Way[] => waysThrough(route, alert);

/** Why an alert may tell nobody, and what to do about it. */
export type Unreached = Pick<Fault, 'why' | 'cure'>;

const tellsNobody = ({ receivers }: Routing, way: Way): boolean =>
  way.every((name) => (receivers[name] ?? []).length === 0);

/** `undefined` if an alert is sure to reach a receiver that sends somewhere. */
export const unreached = (routing: Routing, alert: AlertLabels): Unreached | undefined => {
  const deaf = ways(routing, alert).find((way) => tellsNobody(routing, way));
  if (deaf === undefined) return undefined;
  if (deaf.length > 0)
    return {
      why: `goes to ${deaf.join(', ')}, which sends nowhere`,
      cure: `give receiver ${deaf.join(', ')} an integration, or the alert another route`,
    };
  const wanted = unsatisfied(routing.route, alert);
  return wanted
    ? {
        why: `no route takes it: the routing is for alerts with ${printMatcher(wanted)}, and it has ${wanted.label}=${JSON.stringify(alert.labels[wanted.label] ?? '')}`,
        cure: `give the alert such a label ${wanted.label}, or change the matchers of the routing`,
      }
    : {
        why: `may get past every route: the routing is for alerts with ${routing.route.matchers.map(printMatcher).join(', ')}, and the alert's expression gives such a label any value`,
        cure: 'set the label in the rule itself, or change the matchers of the routing',
      };
};
