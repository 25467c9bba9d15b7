import { watchdogName } from '#alerts/watchers/watchdog.js';
import type { Fault } from '#ground/fault.js';
import { type Inhibition, type InhibitionSpec, inhibition } from './inhibition.js';
import { printMatcher } from './matcher.js';
import type { Webhook } from './receiver/webhook.js';
import type { RouteSpec } from './route.js';
import { canHoldTogether } from './together.js';

/** What the receiver of a heartbeat is called. */
export const heartbeatReceiver = 'heartbeat';

/** A heartbeat as it is sent: where nobody is told of its end, it just ceases. */
export const beating = (webhook: Webhook): Webhook => ({ ...webhook, sendResolved: false });

/**
 * The route of the Watchdog, before all others, so that no person is told of it. A group is looked at once a minute, and told again if
 * the last time was a minute ago or more: every one or two minutes. What expects it should wait for five.
 */
export const heartbeatRoute: RouteSpec = {
  receiver: heartbeatReceiver,
  matchers: { alertname: watchdogName },
  groupBy: ['alertname'],
  groupWait: '0s',
  groupInterval: '1m',
  repeatInterval: '1m',
};

const takesWatchdog = ({ target }: Inhibition): boolean =>
  canHoldTogether([
    ...target,
    { label: 'alertname', operator: '=', value: watchdogName },
    { label: 'severity', operator: '=', value: 'none' },
  ]);

/** What would take the heartbeat's place, or silence it: then it is said to have ceased though all is well. */
export const heartbeatFaults = (
  receivers: readonly string[],
  inhibit: readonly InhibitionSpec[],
): readonly Fault[] => [
  ...receivers
    .filter((name) => name === heartbeatReceiver)
    .map((name) => ({
      where: `receivers.${name}`,
      what: name,
      code: 'name-twice' as const,
      why: `'${name}' is the receiver that the heartbeat makes`,
      cure: 'give it another name',
    })),
  ...inhibit.flatMap((spec, i) => {
    const each = inhibition(spec);
    return takesWatchdog(each)
      ? [
          {
            where: `inhibit[${i}].target`,
            what: `{${each.target.map(printMatcher).join(', ')}}`,
            code: 'heartbeat-silenced' as const,
            why: `may silence ${watchdogName}, so that the heartbeat ceases though monitoring lives`,
            cure: "name the severity that it takes, e.g. severity: 'warning'",
          },
        ]
      : [];
  }),
];
