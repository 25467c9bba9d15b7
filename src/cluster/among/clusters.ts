import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { alertingApart, alertingTogether } from './alertmanager.js';
import { shownApart, shownTogether } from './grafana.js';
import { apartOf, toldApart } from './told.js';

type Server = 'grafana' | 'alertmanager';

const has = ({ platform }: Cluster, server: Server): boolean => platform[server] !== undefined;

/** An application of which a server of another cluster has something. */
const servedElsewhere = (application: Application, cluster: Cluster): Application => {
  const elsewhere = { told: !has(cluster, 'alertmanager'), shown: !has(cluster, 'grafana') };
  return elsewhere.told || elsewhere.shown ? { ...application, elsewhere } : application;
};

/** An application as it is in a cluster beside others. */
const among = (application: Application, cluster: Cluster, all: readonly Cluster[]): Application => {
  // What could not be made, of an estate of which a file throws, is told of that file.
  if (application === undefined) return application;
  const told = toldApart(application, cluster, apartOf(application.name, cluster, all));
  const apart = shownApart(alertingApart(told, cluster, all), cluster, all);
  return servedElsewhere(apart, cluster);
};

/** The clusters that have no server of their own and say the address of this one's. */
const guests = (server: Server, cluster: Cluster, together: readonly Cluster[]): readonly Cluster[] =>
  has(cluster, server) ? together.filter((each) => each.name !== cluster.name && !has(each, server)) : [];

/**
 * Clusters as they are beside each other: what shares an Alertmanager or a Grafana is told apart, and what a cluster without one is shown or
 * told by is delivered where that server runs.
 */
export const besideEachOther = (given: readonly Cluster[]): readonly Cluster[] => {
  const placed = given.map((cluster) => ({
    ...cluster,
    applications: cluster.applications.map((each) => among(each, cluster, given)),
  }));
  return placed.map((cluster) => ({
    ...cluster,
    shows: guests('grafana', cluster, shownTogether(cluster, placed)),
    tells: guests('alertmanager', cluster, alertingTogether(cluster, placed)),
  }));
};
