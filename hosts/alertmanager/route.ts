import { printMatcher } from '../../routing/matcher.js';
import type { Route } from '../../routing/route.js';

const some = (field: string, values: readonly unknown[]): object =>
  values.length > 0 ? { [field]: values } : {};

/** A route, https://prometheus.io/docs/alerting/latest/configuration/#route. */
const route = ({
  receiver,
  matchers,
  groupBy = [],
  groupWait,
  groupInterval,
  repeatInterval,
  continue: goesOn,
  muteTimeIntervals = [],
  activeTimeIntervals = [],
  routes,
}: Route): object => ({
  receiver,
  ...some('matchers', matchers.map(printMatcher)),
  ...some('group_by', groupBy),
  ...(groupWait !== undefined && { group_wait: groupWait }),
  ...(groupInterval !== undefined && { group_interval: groupInterval }),
  ...(repeatInterval !== undefined && { repeat_interval: repeatInterval }),
  ...(goesOn !== undefined && { continue: goesOn }),
  ...some('mute_time_intervals', muteTimeIntervals),
  ...some('active_time_intervals', activeTimeIntervals),
  ...some('routes', routes.map(route)),
});

/**
 * The route of a whole Alertmanager. It takes every alert, and so has no matchers: on a host all of them are the application's.
 * It keeps no hours either, which Alertmanager forbids it: a route that does stands below it.
 */
export const topRoute = (top: Route): object => {
  const { receiver, groupBy, muteTimeIntervals = [], activeTimeIntervals = [] } = top;
  if (muteTimeIntervals.length + activeTimeIntervals.length === 0) {
    const { continue: _, ...everything } = { ...top, matchers: [] };
    return route(everything);
  }
  return { receiver, ...some('group_by', groupBy ?? []), routes: [route({ ...top, matchers: [] })] };
};
