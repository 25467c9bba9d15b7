import type { Contribution } from './contribution.js';
import { remoteWrite } from './remote-write.js';
import { replicas } from './replicas.js';
import { thanos } from './thanos.js';

/** All that the values of a platform are made of, in the order in which they are written. */
export const contributions: readonly Contribution[] = [replicas, thanos, remoteWrite];
