import type { Duration } from '#ground/duration.js';
import { defaults } from '#routing/alertmanager/landing.js';
import type { Route } from '#routing/route.js';

/** How soon, and how often, a route tells. */
export interface Timing {
  readonly wait: Duration;
  readonly repeat: Duration;
}

const below = (route: Route, above: Timing): readonly (readonly [Route, Timing])[] => {
  const own = { wait: route.groupWait ?? above.wait, repeat: route.repeatInterval ?? above.repeat };
  return [[route, own], ...route.routes.flatMap((child) => below(child, own))];
};

/** The timing of every route of a tree, which those below it take over. */
export const timingsOf = (root: Route): ReadonlyMap<Route, Timing> =>
  new Map(below(root, { wait: defaults.groupWait, repeat: defaults.repeatInterval }));
