import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { parts } from '#delivery/parts.js';
import type { Fault } from '#ground/fault.js';
import { everyDescriptionHolds } from '#laws/described.js';

/** A cluster of which parts are made, and what is wrong with the applications that it is made without. */
export interface SoundCluster {
  readonly cluster: Cluster;
  readonly faults: readonly Fault[];
}

const isReserved = ({ name }: Application): boolean => parts.some(({ folder }) => folder === name);

/** Applications whose folder is that of something else which the cluster is given. */
const reservedFaults = (applications: readonly Application[]): readonly Fault[] =>
  applications.filter(isReserved).map(({ name }) => ({
    where: name,
    what: name,
    code: 'reserved-folder',
    why: `${name}/ is a folder of what a cluster is given beside its applications`,
    cure: 'give the application another name',
  }));

/**
 * Clusters without what is wrong by itself, before anything is made of them: applications whose descriptions do not hold, two of one name, and
 * those that are called like a folder of something else. So are they among those that another cluster shows or tells of: what is made of
 * such would say no more than that it could not be made.
 */
export const soundClusters = (clusters: readonly Cluster[]): readonly SoundCluster[] => {
  const judged = new Map(
    clusters.map(({ applications }) => [applications, everyDescriptionHolds(applications)]),
  );
  const sound = (applications: readonly Application[]): readonly Application[] =>
    applications.filter((each) => (judged.get(applications)?.isSound(each) ?? true) && !isReserved(each));
  const guest = (of: Cluster): Cluster => ({ ...of, applications: sound(of.applications) });
  return clusters.map((each) => ({
    cluster: { ...guest(each), shows: each.shows.map(guest), tells: each.tells.map(guest) },
    faults: [...(judged.get(each.applications)?.faults ?? []), ...reservedFaults(each.applications)],
  }));
};
