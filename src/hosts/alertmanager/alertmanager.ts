import type { Host } from '#application/host/host.js';
import { refuse } from '#ground/fault.js';
import { type Files, configuration } from '#hosts/text.js';
import { ofOne } from '#routing/alertmanager/configuration.js';
import { receiver, receiverFaults } from './receiver.js';
import { alertmanagerTree } from './tree.js';

/**
 * `alertmanager.yml`, which reads every secret from a file.
 *
 * @throws Error if the routing asks for a secret that Alertmanager reads from no file.
 */
export const alertmanagerFiles = ({
  application: { title, routing, severities },
  addresses,
}: Host): Files => {
  const each = Object.entries(routing.receivers);
  refuse(
    `alertmanager.yml of ${title}`,
    each.flatMap(([name, integrations]) => receiverFaults(name, integrations)),
  );
  // Of an Alertmanager that nobody reaches, no message holds a link.
  const reader = { ...routing, severities, reachable: addresses.alertmanager !== undefined };
  return {
    'alertmanager.yml': configuration(
      `Who is told of which alerts of ${title}, how and in which words.`,
      alertmanagerTree(
        ofOne(routing),
        routing,
        each.map(([name, integrations]) => receiver(name, integrations, reader)),
      ),
    ),
  };
};
