import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { datasource } from '#dashboards/datasource.js';
import { longestUid, panelId } from '#dashboards/identity.js';
import { having } from './told.js';

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

/** An application as one Grafana shows it that shows the same of other clusters: its dashboards are others, and ask their own Prometheus. */
export const shownApart = (
  application: Application,
  cluster: Cluster,
  all: readonly Cluster[],
): Application => {
  const together = shownTogether(cluster, all);
  const isGuest = cluster.platform.grafana === undefined && together.length > 1;
  const isOneOfSeveral = having(application.name, together).length > 1;
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
