import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import type { Platform } from '#platform/platform.js';
import type { Judged } from '#laws/law.js';

/** What must hold of what is on a platform, and of that platform: computed from both sides. */
export type PlatformLaw = (
  platform: Platform,
  estate: Judged & { readonly cluster: Cluster },
) => readonly Fault[];

/** The same as a law over a place; it says nothing where no platform is said, of which then nothing is known. */
export const platformLaw =
  (law: PlatformLaw) =>
  (estate: Judged): readonly Fault[] => {
    const { cluster } = estate;
    return cluster?.deliversPlatform ? law(cluster.platform, { ...estate, cluster }) : [];
  };
