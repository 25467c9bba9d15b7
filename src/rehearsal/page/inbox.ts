import type { Message } from '#browser/wire/message.js';
import type { Sight } from '#rehearsal/drill/watch.js';
import type { Arrived } from '#rehearsal/stage/receivers.js';
import type { Stage } from '#rehearsal/stage/stage.js';
import { landings } from '#routing/alertmanager/landing.js';

/** The receivers for which an application means its alerts of some names, as they were seen. */
const meantFor = (alerts: readonly string[], { rehearsed }: Stage, { seen }: Sight): readonly string[] => {
  const { application, splits, meant } = rehearsed;
  return seen
    .filter(({ labels }) => alerts.includes(labels['alertname'] ?? ''))
    .flatMap(({ labels }) =>
      landings(meant.route, {
        ...labels,
        ...application.externalLabels,
        ...(splits && { namespace: application.namespace }),
      }),
    )
    .map(({ receiver }) => receiver);
};

/** A message as the inbox shows it, and why nobody should have got it by its receiver, where that is so. */
export const inInbox = ({ teller: _, ...message }: Arrived, stage: Stage, sight: Sight): Message => {
  const meant = meantFor(message.alerts, stage, sight);
  return meant.length === 0 || meant.includes(message.receiver)
    ? message
    : {
        ...message,
        wrong: `${message.alerts.join(', ')}: ${[...new Set(meant)].join(', ')} is meant, and ${message.receiver} was told`,
      };
};
