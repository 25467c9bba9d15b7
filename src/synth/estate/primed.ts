import { laterOf } from '#application/later/later.js';
import type { Cluster } from '#cluster/cluster.js';

/** Remembered of an application of which everything was asked. */
const primed = 'everything was asked';

/**
 * Asks everything of each application that is to be made, one after the other, and lets go of it: so a fleet that is made from nothing is never
 * in memory as a whole.
 *
 * @param ask Asks everything of the one application that the cluster has.
 */
export const primeEach = (cluster: Cluster, ask: (alone: Cluster) => void): void => {
  for (const application of cluster.applications) {
    const later = laterOf(application);
    if (later === undefined || later.memory.isSettled === true) continue;
    if (later.memory.answer(primed) !== undefined) continue;
    ask({ ...cluster, applications: [application] });
    later.memory.remember(primed, 'true');
    later.memory.release?.();
  }
};
