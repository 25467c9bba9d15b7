import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { type AlertLabels, mayCarry } from './carried.js';
import { printMatcher } from './matcher.js';
import { type Place, canGetTo, couldGetTo, matchersDownTo, placesOf } from './place.js';
import type { Routing } from './routing.js';
import { labelsCarried, unfulfilled, unknownNames } from './unfulfilled.js';

type Alerts = readonly AlertLabels[];
type Tree = Pick<Routing, 'route' | 'heartbeat'>;

const getTo = (place: Place, alerts: Alerts): Alerts => alerts.filter((alert) => canGetTo(place, alert));

const taken = ({ at, route: { matchers } }: Place): string =>
  `${at.replace(/^.*\./, '')} {${matchers.map(printMatcher).join(', ')}}`;

const shadowed = (place: Place, alerts: Alerts): Fault => {
  const first = place.before.filter((each) => alerts.some((alert) => couldGetTo(each, alert)));
  const those = first.map(taken).join(' and ');
  return {
    where: place.at,
    what: place.route.matchers.map(printMatcher).join(', '),
    code: 'route-never-reached',
    why: `no alert gets here: ${those} ${first.length === 1 ? 'takes' : 'take'} before it whatever it could take`,
    cure: 'put it before that, or let that continue',
  };
};

const takenAbove = ({ route: { matchers } }: Place) => ({
  what: matchers.map(printMatcher).join(', '),
  code: 'route-never-reached' as const,
  why: 'no alert gets here: a route beside one of those above it takes before them whatever it could take',
  cure: 'put that behind, or let it continue',
});

/** What keeps all of these alerts, which get to the route above, from a route. */
const unreached = (place: Place, alerts: Alerts): readonly Fault[] => {
  const those = alerts.filter((alert) => couldGetTo(place, alert));
  if (those.length > 0) return [shadowed(place, those)];
  const reasons = unfulfilled(matchersDownTo(place), alerts);
  return (reasons.length > 0 ? reasons : [takenAbove(place)]).map((reason) => ({
    where: `${place.at}.matchers`,
    ...reason,
  }));
};

/**
 * Routes that none of these alerts can take, each with the nearest right name or the route that is before it, and names in the
 * matchers of the others that no alert has. Of routes below an idle one nothing is said. The top of the tree is no part of it: see
 * `unreached` of `reach.ts`.
 */
export const idleRoutes = (routing: Tree, alerts: Alerts): readonly Fault[] =>
  alerts.length === 0
    ? []
    : placesOf(routing).flatMap((place) => {
        if (place.above === undefined) return [];
        const arriving = getTo(place.above, alerts);
        if (arriving.length === 0) return [];
        return getTo(place, alerts).length > 0
          ? unknownNames(place.route.matchers, arriving).map((reason) => ({
              where: `${place.at}.matchers`,
              ...reason,
            }))
          : unreached(place, arriving);
      });

/** Labels of a `groupBy` that none of the alerts has which get there: all of them share one message. */
export const idleGroupings = (routing: Tree, alerts: Alerts): readonly Fault[] =>
  placesOf(routing).flatMap((place) => {
    const there = getTo(place, alerts);
    if (there.length === 0) return [];
    return (place.route.groupBy ?? [])
      .filter((label) => label !== '...' && !there.some((alert) => mayCarry(alert, label)))
      .map((label) => ({
        where: `${place.at}.groupBy`,
        what: label,
        code: 'groups-by-no-label',
        why: `no alert that gets here has a label ${label}, so that it keeps no two apart`,
        cure: instead(label, labelsCarried(there)),
      }));
  });
