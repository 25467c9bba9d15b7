import type { Secret } from '#ground/secret.js';
import type { Platform } from './platform.js';
import { type RemoteWrite, remoteWriteSecrets } from './remote-write/remote-write.js';

/** Where the Prometheus of a platform writes what it has: what its engine asks for, and what else is said. */
export const remoteWritesOf = ({
  engine,
  remoteWrites = [],
}: Pick<Platform, 'engine' | 'remoteWrites'>): readonly RemoteWrite[] => [
  ...((engine.name === 'mimir' || engine.name === 'victoriametrics') && engine.write ? [engine.write] : []),
  ...remoteWrites,
];

/** The secrets by which it writes, each once. */
export const remoteSecretsOf = (platform: Pick<Platform, 'engine' | 'remoteWrites'>): readonly Secret[] => [
  ...new Map(
    remoteWritesOf(platform)
      .flatMap(remoteWriteSecrets)
      .map((each) => [`${each.name}/${each.key}`, each]),
  ).values(),
];
