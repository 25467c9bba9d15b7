import { byKey } from '#ground/by-key.js';
import { type ArgoCD, inCluster } from './argocd.js';
import type { Cluster } from './cluster.js';

/** A cluster that ArgoCD delivers to. */
export interface Delivered extends Cluster {
  readonly argocd: ArgoCD;
}

/** An ArgoCD: the clusters that it delivers to, and that in whose folder its objects lie. */
export interface Control {
  readonly home: Delivered;
  readonly clusters: readonly Delivered[];
}

const isDelivered = (cluster: Cluster): cluster is Delivered => cluster.argocd !== undefined;
const isHome = ({ argocd: { server } }: Delivered): boolean => server === inCluster;

/** The clusters of the estate in which an ArgoCD runs that may deliver to this one too: in a namespace of the same name, of the same repository. */
const homesOf = ({ argocd }: Delivered, clusters: readonly Delivered[]): readonly Delivered[] =>
  clusters.filter(
    (each) =>
      isHome(each) &&
      each.argocd.namespace === argocd.namespace &&
      each.argocd.repository === argocd.repository,
  );

/** What the ArgoCD of a cluster is called: as it says; by where it runs; else by the namespace in which it runs somewhere outside. */
const nameOf = (cluster: Delivered, clusters: readonly Delivered[]): string => {
  const { name, argocd } = cluster;
  if (argocd.home !== undefined) return argocd.home;
  if (isHome(cluster)) return name;
  const [home, ...others] = homesOf(cluster, clusters);
  return home && others.length === 0 ? home.name : `${argocd.namespace} of ${argocd.repository}`;
};

/** Clusters of which it is not clear by which ArgoCD they are delivered, with those in which one runs that may be it. */
export const unclear = (
  clusters: readonly Cluster[],
): readonly { readonly cluster: Delivered; readonly homes: readonly string[] }[] => {
  const delivered = clusters.filter(isDelivered);
  return delivered
    .filter((each) => each.argocd.home === undefined && !isHome(each))
    .map((cluster) => ({ cluster, homes: homesOf(cluster, delivered).map(({ name }) => name) }))
    .filter(({ homes }) => homes.length > 1);
};

/**
 * Every ArgoCD of these clusters. Its objects lie in the folder of the cluster in which it runs; where that is none of the estate, in that of the
 * first that it delivers to. What is delivered in AppProjects of different names is delivered apart.
 */
export const controlsOf = (clusters: readonly Cluster[]): readonly Control[] => {
  const delivered = clusters.filter(isDelivered);
  const keyOf = (each: Delivered): string => `${nameOf(each, delivered)}: ${each.argocd.project}`;
  return [...new Set(delivered.map(keyOf))].flatMap((key) => {
    const own = delivered.filter((each) => keyOf(each) === key);
    const home = own.find(isHome) ?? own[0];
    return home ? [{ home, clusters: own }] : [];
  });
};

/** The API server under one address, however that is written. */
const addressOf = ({ argocd: { server } }: Delivered): string =>
  URL.canParse(server) ? new URL(server).href : server;

/** Clusters that one ArgoCD reaches at one API server, where there are several: to ArgoCD, and to Kubernetes, they are one cluster. */
export const atOneServer = (clusters: readonly Cluster[]): readonly (readonly Delivered[])[] => {
  const delivered = clusters.filter(isDelivered);
  const groups = byKey(delivered, (each) => `${nameOf(each, delivered)}: ${addressOf(each)}`);
  return [...groups.values()].filter(({ length }) => length > 1);
};
