import type { Cluster } from '#cluster/cluster.js';
import type { Mimir } from '#platform/engine/mimir.js';

/** The Mimir of a cluster, where it has one. */
export const mimirOf = ({ platform: { engine } }: Pick<Cluster, 'platform'>): Mimir | undefined =>
  engine.name === 'mimir' ? engine : undefined;
