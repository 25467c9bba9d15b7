import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { datasource } from '#dashboards/datasource.js';
import { longestUid, panelId } from '#dashboards/identity.js';
import { havingOf } from './told.js';

/** Clusters that people look at by one Grafana, which one of them runs. */
export const shownTogether = (cluster: Cluster, all: readonly Cluster[]): readonly Cluster[] => {
  const { grafana } = cluster.addresses;
  return grafana === undefined ? [cluster] : all.filter(({ addresses }) => addresses.grafana === grafana);
};

/** The uid of a dashboard in a Grafana that has another of it; one that would be too long is cut, and stays another. */
const uidIn = (uid: string, cluster: string): string => {
  const whole = `${uid}-${cluster}`;
  if (whole.length <= longestUid) return whole;
  const hash = panelId(whole).toString(36);
  return `${whole.slice(0, longestUid - hash.length - 1).replace(/-$/, '')}-${hash}`;
};

/** Which data source of a Grafana that is not its own asks a cluster's Prometheus: `prometheus-tokyo`. */
export const foreignPrometheus = ({ cluster }: Pick<Cluster, 'cluster'>) =>
  datasource('prometheus', { uid: `prometheus-${cluster}`, name: `Prometheus ${cluster}` });

/** What tells the dashboards of a cluster from those of others in its Grafana. */
export interface ShownApart {
  /** Whether the Grafana is another cluster's: then they ask their own Prometheus. */
  readonly isGuest: boolean;
  /** Whether it shows the same application of other clusters: then they are others. */
  readonly isOneOfSeveral: boolean;
}

/** How one Grafana is to show an application of this name, with what it shows of other clusters. */
export const shownIn = (name: string, cluster: Cluster, all: readonly Cluster[]): ShownApart => {
  const together = shownTogether(cluster, all);
  const isTogether = (each: Cluster): boolean => together.includes(each);
  return {
    isGuest: cluster.platform.grafana === undefined && together.length > 1,
    isOneOfSeveral: havingOf(all)(name).filter(isTogether).length > 1,
  };
};

/** An application as one Grafana shows it that shows the same of other clusters: its dashboards are others, and ask their own Prometheus. */
export const shownApart = (
  application: Application,
  cluster: Cluster,
  { isGuest, isOneOfSeveral }: ShownApart,
): Application => {
  if (!isGuest && !isOneOfSeveral) return application;
  const datasources = isGuest
    ? { ...application.datasources, prometheus: foreignPrometheus(cluster) }
    : application.datasources;
  return {
    ...application,
    datasources,
    dashboards: application.dashboards.map((each) => ({
      ...each,
      uid: isOneOfSeveral ? uidIn(each.uid, cluster.cluster) : each.uid,
      datasources: isGuest ? { ...each.datasources, prometheus: datasources.prometheus } : each.datasources,
    })),
  };
};
