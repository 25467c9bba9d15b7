import { stringify } from 'yaml';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { printMatcher } from '#routing/matcher.js';
import type { Route } from '#routing/route.js';

const route = (each: Route): object => ({
  receiver: each.receiver,
  ...(each.matchers.length > 0 && { matchers: each.matchers.map(printMatcher) }),
  ...(each.groupBy && { group_by: each.groupBy }),
  ...(each.groupWait && { group_wait: each.groupWait }),
  ...(each.groupInterval && { group_interval: each.groupInterval }),
  ...(each.repeatInterval && { repeat_interval: each.repeatInterval }),
  ...(each.continue === true && { continue: true }),
  ...(each.muteTimeIntervals && { mute_time_intervals: each.muteTimeIntervals }),
  ...(each.activeTimeIntervals && { active_time_intervals: each.activeTimeIntervals }),
  routes: each.routes.map(route),
});

/** The configuration as a file of Alertmanager's, whose integrations all post their JSON to `/<receiver>/<number>` of a server. */
export const yml = (configuration: Configuration, server = 'http://127.0.0.1:1'): string =>
  stringify(
    {
      route: route(configuration.route),
      inhibit_rules: configuration.inhibit.map(({ source, target, equal }) => ({
        source_matchers: source.map(printMatcher),
        target_matchers: target.map(printMatcher),
        equal,
      })),
      time_intervals: Object.entries(configuration.timeIntervals).map(([name, intervals]) => ({
        name,
        time_intervals: intervals.map(({ times = [], weekdays = [] }) => ({
          ...(times.length > 0 && {
            times: times.map(({ start, end }) => ({ start_time: start, end_time: end })),
          }),
          ...(weekdays.length > 0 && { weekdays }),
        })),
      })),
      receivers: Object.entries(configuration.receivers).map(([name, integrations]) => ({
        name,
        ...(integrations.length > 0 && {
          webhook_configs: integrations.map(({ sendResolved }, i) => ({
            url: `${server}/${encodeURIComponent(name)}/${i}`,
            send_resolved: sendResolved,
          })),
        }),
      })),
    },
    { aliasDuplicateObjects: false },
  );
