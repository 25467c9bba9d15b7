import type { Route } from '#routing/route.js';
import type { Routing } from '#routing/routing.js';

/** What one Alertmanager goes by, as far as it decides who is told of what, and when. */
export type Configuration = Pick<Routing, 'receivers' | 'timeIntervals' | 'route' | 'inhibit'>;

const everything = (route: Route): Route => ({ ...route, matchers: [] });

/**
 * The Alertmanager of one application, as it is on a host. Its top route takes every alert, and so has no matchers: all of them are
 * the application's. It keeps no hours either, which Alertmanager forbids it: a route that does stands below it.
 */
export const ofOne = ({ receivers, timeIntervals, route, inhibit }: Configuration): Configuration => {
  const { receiver, groupBy, muteTimeIntervals = [], activeTimeIntervals = [] } = route;
  const keepsHours = muteTimeIntervals.length + activeTimeIntervals.length > 0;
  const { continue: _, ...top } = everything(route);
  return {
    receivers,
    timeIntervals,
    inhibit,
    route: keepsHours
      ? { receiver, matchers: [], ...(groupBy && { groupBy }), routes: [everything(route)] }
      : top,
  };
};
