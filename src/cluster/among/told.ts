import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';

/** What tells the places of one application apart. */
export type Apart = 'environment' | 'cluster';

/** The clusters that have an application of a name, by that name. */
type Having = (name: string) => readonly Cluster[];

const having = (clusters: readonly Cluster[]): Having => {
  const found = new Map<string, Set<Cluster>>();
  for (const cluster of clusters)
    for (const each of cluster.applications) {
      // what could not be made, of an estate of which a file throws, is not there
      const name = each?.name;
      if (name !== undefined) found.set(name, (found.get(name) ?? new Set()).add(cluster));
    }
  return (name) => [...(found.get(name) ?? [])];
};

const known = new WeakMap<readonly Cluster[], Having>();

/** The same, found once for each list of clusters. */
export const havingOf = (clusters: readonly Cluster[]): Having => {
  const found = known.get(clusters) ?? having(clusters);
  known.set(clusters, found);
  return found;
};

/**
 * What is to be told of where an application runs: nothing where that is one cluster; the environment where there are several, and the cluster
 * where that is not called like it.
 */
export const apartOf = (
  name: string,
  { environment, cluster }: Cluster,
  all: readonly Cluster[],
): readonly Apart[] => {
  const clusters = havingOf(all)(name);
  if (clusters.length < 2) return [];
  const environments = new Set(clusters.map((each) => each.environment));
  const sharing = clusters.filter((each) => each.environment === environment);
  return [
    ...(environments.size > 1 ? (['environment'] as const) : []),
    ...(sharing.length > 1 && cluster !== environment ? (['cluster'] as const) : []),
  ];
};

/** An application whose folder in Grafana and whose messages tell where it runs. */
export const toldApart = (
  application: Application,
  cluster: Cluster,
  apart: readonly Apart[],
): Application => {
  if (apart.length === 0) return application;
  const where = apart.map((label) => cluster[label]).join(', ');
  return {
    ...application,
    tells: apart,
    dashboards: application.dashboards.map((each) => ({ ...each, folder: `${each.folder} (${where})` })),
  };
};
