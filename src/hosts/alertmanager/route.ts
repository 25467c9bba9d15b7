import { printMatcher } from '#routing/matcher.js';
import type { Route } from '#routing/route.js';

const some = (field: string, values: readonly unknown[]): object =>
  values.length > 0 ? { [field]: values } : {};

/** A route, https://prometheus.io/docs/alerting/latest/configuration/#route. */
export const route = ({
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
