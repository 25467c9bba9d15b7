import type { LabelMatcher } from '#promql/metric/match.js';
import { type AlertLabels, maySatisfy } from './carried.js';
import { accepts } from './matcher.js';
import type { Route } from './route.js';
import type { Routing } from './routing.js';

/** A route, where it stands in its tree. */
export interface Place {
  /** Its path: `route.routes[0]`. */
  readonly at: string;
  readonly route: Route;
  /** The place of the route above. */
  readonly above?: Place;
  /** The routes beside it that come first and keep what they take. */
  readonly before: readonly Place[];
}

const placesBelow = (above: Place, added = 0): readonly Place[] => {
  const siblings = above.route.routes.reduce<readonly Place[]>((before, route, i) => {
    const at = i < added ? `${above.at}.heartbeat` : `${above.at}.routes[${i - added}]`;
    return [...before, { at, route, above, before: before.filter((each) => each.route.continue !== true) }];
  }, []);
  return siblings.flatMap((place) => [place, ...placesBelow(place)]);
};

/** Every route of a routing's tree, from its top on, by the paths that its description has: the heartbeat's stands in none. */
export const placesOf = ({ route, heartbeat }: Pick<Routing, 'route' | 'heartbeat'>): readonly Place[] => {
  const top: Place = { at: 'route', route, before: [] };
  return [top, ...placesBelow(top, heartbeat ? 1 : 0)];
};

/** The matchers of a route and of all above it. */
export const matchersDownTo = ({ above, route: { matchers } }: Place): readonly LabelMatcher[] => [
  ...(above ? matchersDownTo(above) : []),
  ...matchers,
];

const opposite = { '=': '!=', '!=': '=', '=~': '!~', '!~': '=~' } as const;

/** What an alert may satisfy so that a route leaves it alone: one of these; none where it is sure to take it. */
const waysPast = ({ matchers }: Route, alert: AlertLabels): readonly (readonly LabelMatcher[])[] =>
  matchers.flatMap((each): readonly (readonly LabelMatcher[])[] => {
    if (alert.open?.includes(each.label)) return [[{ ...each, operator: opposite[each.operator] }]];
    return accepts(each, alert.labels[each.label] ?? '') ? [] : [[]];
  });

/** What alerts of this kind that get to a route satisfy: one of these lists. */
const conditions = (place: Place | undefined, alert: AlertLabels): readonly (readonly LabelMatcher[])[] => {
  if (place === undefined) return [[]];
  const here = conditions(place.above, alert).map((above) => [...above, ...place.route.matchers]);
  return place.before.reduce<readonly (readonly LabelMatcher[])[]>(
    (so, { route }) =>
      // Most are past a route whatever else holds, by a label that is known.
      waysPast(route, alert).some((way) => way.length === 0)
        ? so
        : so
            .flatMap((each) => waysPast(route, alert).map((way) => [...each, ...way]))
            .filter((each) => maySatisfy(each, alert)),
    here.filter((each) => maySatisfy(each, alert)),
  );
};

/** Whether some alert of this kind is taken by the route that stands there, and gets by those that come first. */
export const canGetTo = (place: Place, alert: AlertLabels): boolean => conditions(place, alert).length > 0;

/** The same, were there no routes before it, beside it. */
export const couldGetTo = ({ before: _, ...place }: Place, alert: AlertLabels): boolean =>
  canGetTo({ ...place, before: [] }, alert);
