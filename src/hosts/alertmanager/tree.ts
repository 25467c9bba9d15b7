import { printMatcher } from '#routing/matcher.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import type { Routing } from '#routing/routing.js';
import type { TimeInterval } from '#routing/time-interval.js';
import { route } from './route.js';

const timeInterval = ({ times = [], weekdays = [] }: TimeInterval): object => ({
  ...(times.length > 0 && { times: times.map(({ start, end }) => ({ start_time: start, end_time: end })) }),
  ...(weekdays.length > 0 && { weekdays }),
});

/** Alertmanager's configuration as YAML has it, of which somebody else writes the receivers. */
export const alertmanagerTree = (
  { route: root, inhibit, timeIntervals }: Omit<Configuration, 'receivers'>,
  { resolveTimeout }: Pick<Routing, 'resolveTimeout'>,
  receivers: readonly unknown[],
): object => {
  const intervals = Object.entries(timeIntervals);
  return {
    global: { resolve_timeout: resolveTimeout },
    route: route(root),
    ...(inhibit.length > 0 && {
      inhibit_rules: inhibit.map(({ source, target, equal }) => ({
        source_matchers: source.map(printMatcher),
        target_matchers: target.map(printMatcher),
        equal,
      })),
    }),
    ...(intervals.length > 0 && {
      time_intervals: intervals.map(([name, each]) => ({ name, time_intervals: each.map(timeInterval) })),
    }),
    receivers,
  };
};
