import type { Fault } from '#ground/fault.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { type AlertLabels, maySatisfy, surelySatisfies } from './carried.js';
import { printMatcher } from './matcher.js';
import type { Route } from './route.js';
import type { Routing } from './routing.js';

/** The routes at which an alert comes to rest, in order; none where no route takes it. */
type Course = readonly Route[];
/** The receivers of these. */
type Way = readonly string[];

const unsatisfied = (route: Route, alert: AlertLabels): LabelMatcher | undefined =>
  route.matchers.find((matcher) => !maySatisfy([matcher], alert));

const through = (route: Route, alert: AlertLabels): readonly Course[] => {
  if (unsatisfied(route, alert)) return [[]];
  const uncertain = !route.matchers.every((matcher) => surelySatisfies(matcher, alert));
  const told = among(route.routes, alert).map((course) => (course.length > 0 ? course : [route]));
  return uncertain ? [[], ...told] : told;
};

const among = ([first, ...rest]: readonly Route[], alert: AlertLabels): readonly Course[] => {
  if (first === undefined) return [[]];
  const after = among(rest, alert);
  return through(first, alert).flatMap((course) =>
    course.length > 0 && first.continue !== true ? [course] : after.map((others) => [...course, ...others]),
  );
};

/**
 * Every course that an alert can take through the tree, as Alertmanager walks it: one, unless a route asks for a label that is
 * open. Time intervals are left aside: what they mute goes that way too.
 */
export const courses = ({ route }: Pick<Routing, 'route'>, alert: AlertLabels): readonly Course[] =>
  through(route, alert);

/** The receivers that each of these courses tells. */
export const ways = (routing: Pick<Routing, 'route'>, alert: AlertLabels): readonly Way[] =>
  courses(routing, alert).map((course) => course.map(({ receiver }) => receiver));

/** Why an alert may tell nobody, and what to do about it. */
export type Unreached = Pick<Fault, 'code' | 'why' | 'cure'>;

const tellsNobody = ({ receivers }: Pick<Routing, 'receivers'>, way: Way): boolean =>
  way.every((name) => (receivers[name] ?? []).length === 0);

/** `undefined` if an alert is sure to reach a receiver that sends somewhere. */
export const unreached = (
  routing: Pick<Routing, 'receivers' | 'route'>,
  alert: AlertLabels,
): Unreached | undefined => {
  const deaf = ways(routing, alert).find((way) => tellsNobody(routing, way));
  if (deaf === undefined) return undefined;
  if (deaf.length > 0)
    return {
      code: 'alert-reaches-nobody',
      why: `goes to ${deaf.join(', ')}, which sends nowhere`,
      cure: `give receiver ${deaf.join(', ')} an integration, or the alert another route`,
    };
  const wanted = unsatisfied(routing.route, alert);
  return wanted
    ? {
        code: 'alert-reaches-nobody',
        why: `no route takes it: the routing is for alerts with ${printMatcher(wanted)}, and it has ${wanted.label}=${JSON.stringify(alert.labels[wanted.label] ?? '')}`,
        cure: `give the alert such a label ${wanted.label}, or change the matchers of the routing`,
      }
    : {
        code: 'alert-reaches-nobody',
        why: `may get past every route: the routing is for alerts with ${routing.route.matchers.map(printMatcher).join(', ')}, and the alert's expression gives such a label any value`,
        cure: 'set the label in the rule itself, or change the matchers of the routing',
      };
};
