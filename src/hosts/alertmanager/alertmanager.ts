import type { Host } from '#application/host/host.js';
import { refuse } from '#ground/fault.js';
import { printMatcher } from '#routing/matcher.js';
import type { TimeInterval } from '#routing/time-interval.js';
import { type Files, configuration } from '#hosts/text.js';
import { ofOne } from '#routing/alertmanager/configuration.js';
import { receiver, receiverFaults } from './receiver.js';
import { route } from './route.js';

const timeInterval = ({ times = [], weekdays = [] }: TimeInterval): object => ({
  ...(times.length > 0 && { times: times.map(({ start, end }) => ({ start_time: start, end_time: end })) }),
  ...(weekdays.length > 0 && { weekdays }),
});

/**
 * `alertmanager.yml`, which reads every secret from a file.
 *
 * @throws Error if the routing asks for a secret that Alertmanager reads from no file.
 */
export const alertmanagerFiles = ({
  application: { title, routing, severities },
  addresses,
}: Host): Files => {
  const { receivers, inhibit, timeIntervals, resolveTimeout } = routing;
  const each = Object.entries(receivers);
  refuse(
    `alertmanager.yml of ${title}`,
    each.flatMap(([name, integrations]) => receiverFaults(name, integrations)),
  );
  // Of an Alertmanager that nobody reaches, no message holds a link.
  const reader = { ...routing, severities, reachable: addresses.alertmanager !== undefined };
  const intervals = Object.entries(timeIntervals);
  return {
    'alertmanager.yml': configuration(`Who is told of which alerts of ${title}, how and in which words.`, {
      global: { resolve_timeout: resolveTimeout },
      route: route(ofOne(routing).route),
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
      receivers: each.map(([name, integrations]) => receiver(name, integrations, reader)),
    }),
  };
};
