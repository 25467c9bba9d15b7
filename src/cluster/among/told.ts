import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';

/** What tells the places of one application apart. */
export type Apart = 'environment' | 'cluster';

/** The clusters that have an application of this name. */
export const having = (name: string, clusters: readonly Cluster[]): readonly Cluster[] =>
  clusters.filter(({ applications }) => applications.some((each) => each?.name === name));

/**
 * What is to be told of where an application runs: nothing where that is one cluster; the environment where there are several, and the cluster
 * where that is not called like it.
 */
export const apartOf = (
  name: string,
  { environment, cluster }: Cluster,
  all: readonly Cluster[],
): readonly Apart[] => {
  const clusters = having(name, all);
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
