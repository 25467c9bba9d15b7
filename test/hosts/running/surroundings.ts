import { join, relative } from 'node:path';
import { type Application } from '#application/application.js';
import { secretFile } from '#hosts/alertmanager/secret.js';
import type { Files } from '#hosts/text.js';
import { secretsOf } from '#routing/receiver/secrets-of.js';
import { withFolder } from '../folder.js';
import { alertmanagerConfig, prometheusConfig } from './configuration.js';
import { faster } from './faster.js';
import { type Network, openNetwork } from './network.js';
import { type Message, openReceivers } from './receivers.js';

/** What the servers of a host find around them: files, a network, and people who are told. */
export interface Surroundings {
  /** The text of prometheus.yml here. */
  readonly prometheus: string;
  /** The text of alertmanager.yml here. */
  readonly alertmanager: string;
  readonly network: Network;
  /** What people were told, in the order in which it arrived. */
  readonly messages: readonly Message[];
}

/**
 * Gives the servers of a host surroundings on this machine, in which everything goes `factor` times as fast, while `use`
 * works there.
 */
export const withSurroundings = async <T>(
  application: Application,
  files: Files,
  factor: number,
  use: (surroundings: Surroundings) => Promise<T>,
): Promise<T> => {
  const secretFiles = Object.values(application.routing.receivers).flat().flatMap(secretsOf).map(secretFile);
  const fast = (path: string): string => faster(files[path] ?? '', factor);
  const rules = Object.keys(files).filter((path) => path.startsWith('rules/'));
  const network = await openNetwork();
  const receivers = await openReceivers(secretFiles);
  const written: Files = {
    ...Object.fromEntries(rules.map((path) => [path, fast(path)])),
    ...Object.fromEntries(secretFiles.map((file) => [`secrets/${file}`, receivers.urlOf(file)])),
  };
  try {
    return await withFolder(written, (folder) => {
      const secrets = join(folder, 'secrets');
      return use({
        prometheus: prometheusConfig(fast('prometheus.yml'), folder, network.proxy),
        alertmanager: alertmanagerConfig(fast('alertmanager.yml'), {
          secrets,
          urlOf: (path) => receivers.urlOf(relative(secrets, path)),
          smarthost: receivers.smarthost,
        }),
        network,
        messages: receivers.messages,
      });
    });
  } finally {
    await Promise.all([network.close(), receivers.close()]);
  }
};
