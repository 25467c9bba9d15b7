import type { Message } from '#browser/wire/message.js';
import type { Rehearsed } from '#rehearsal/place/rehearsed.js';
import type { Arrived } from '#rehearsal/stage/receivers.js';
import { type Labels, landings } from '#routing/alertmanager/landing.js';

/** Whose alerts they are, and whom they are meant for. */
type Meant = Pick<Rehearsed, 'application' | 'splits' | 'meant'>;

/** The receivers for which an application means its alerts of some names, as they were seen. */
const meantFor = (
  alerts: readonly string[],
  { application, splits, meant }: Meant,
  seen: readonly { readonly labels: Labels }[],
): readonly string[] =>
  seen
    .filter(({ labels }) => alerts.includes(labels['alertname'] ?? ''))
    .flatMap(({ labels }) =>
      landings(meant.route, {
        ...labels,
        ...application.externalLabels,
        ...(splits && { namespace: application.namespace }),
      }),
    )
    .map(({ receiver }) => receiver);

/** A message as the inbox shows it, and why nobody should have got it by its receiver, where that is so. */
export const inInbox = (
  { teller: _, ...message }: Arrived,
  rehearsed: Meant,
  seen: readonly { readonly labels: Labels }[],
): Message => {
  const meant = meantFor(message.alerts, rehearsed, seen);
  return meant.length === 0 || meant.includes(message.receiver)
    ? message
    : {
        ...message,
        wrong: `${message.alerts.join(', ')}: ${[...new Set(meant)].join(', ')} is meant, and ${message.receiver} was told`,
      };
};
