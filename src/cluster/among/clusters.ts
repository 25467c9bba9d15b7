import type { Application } from '#application/application.js';
import { laterIn } from '#application/later/in.js';
import type { Cluster } from '#cluster/cluster.js';
import { alertingApart, alertingTogether } from './alertmanager.js';
import { type ShownApart, shownApart, shownIn, shownTogether } from './grafana.js';
import { type Apart, apartOf, toldApart } from './told.js';

type Server = 'grafana' | 'alertmanager';

const has = ({ platform }: Cluster, server: Server): boolean => platform[server] !== undefined;

/** What an application in a cluster is for the sake of other clusters: plain data, so that one that is to be made is known by it. */
interface Beside {
  readonly told: readonly Apart[];
  /** Whether its alerts meet those of other clusters. */
  readonly meets: boolean;
  readonly shown: ShownApart;
  /** What of it a server of another cluster has. */
  readonly elsewhere: { readonly told: boolean; readonly shown: boolean };
}

const besideOf = (name: string, cluster: Cluster, all: readonly Cluster[]): Beside => ({
  told: apartOf(name, cluster, all),
  meets: alertingTogether(cluster, all).length > 1,
  shown: shownIn(name, cluster, all),
  elsewhere: { told: !has(cluster, 'alertmanager'), shown: !has(cluster, 'grafana') },
});

const isAsItIs = ({ told, meets, shown, elsewhere }: Beside): boolean =>
  told.length === 0 &&
  [meets, shown.isGuest, shown.isOneOfSeveral, elsewhere.told, elsewhere.shown].every((each) => !each);

/** An application as it is in a cluster beside others. */
const among = (application: Application, cluster: Cluster, all: readonly Cluster[]): Application => {
  // What could not be made, of an estate of which a file throws, is told of that file.
  if (application === undefined) return application;
  const beside = besideOf(application.name, cluster, all);
  if (isAsItIs(beside)) return application;
  const { told, meets, shown, elsewhere } = beside;
  return laterIn(application, JSON.stringify(beside), (made) => {
    const named = toldApart(made, cluster, told);
    const apart = shownApart(meets ? alertingApart(named, cluster) : named, cluster, shown);
    return elsewhere.told || elsewhere.shown ? { ...apart, elsewhere } : apart;
  });
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
