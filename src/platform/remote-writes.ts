import type { Platform } from './platform.js';
import type { RemoteWrite } from './remote-write/remote-write.js';

/** Where the Prometheus of a platform writes what it has: what its engine asks for, and what else is said. */
export const remoteWritesOf = ({
  engine,
  remoteWrites = [],
}: Pick<Platform, 'engine' | 'remoteWrites'>): readonly RemoteWrite[] => [
  ...((engine.name === 'mimir' || engine.name === 'victoriametrics') && engine.write ? [engine.write] : []),
  ...remoteWrites,
];
