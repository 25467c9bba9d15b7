import { apiResourceOf } from '#imports/api-resource.js';
import type { Manifest } from '#imports/manifest.js';
import type { Made } from '#delivery/part.js';
import { type GroupKind, clusterKinds, crdKinds, namespacedKinds, chartNamespaces } from './brought.js';
import type { Control, Delivered } from '#cluster/control.js';

const distinct = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] =>
  [...new Map(items.map((item) => [keyOf(item), item])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, item]) => item);

const distinctKinds = (kinds: readonly GroupKind[]): readonly GroupKind[] =>
  distinct(kinds, ({ group, kind }) => `${group}/${kind}`);

/** Kinds that ArgoCD finds in no folder that is written here: what somebody else seals. */
const sealedKinds = ({ secrets }: Delivered): readonly GroupKind[] =>
  secrets.by === 'sealed-secrets' ? [{ group: 'bitnami.com', kind: 'SealedSecret' }] : [];

const manifestsOf = (cluster: Delivered, made: Made): readonly Manifest[] =>
  made.objects(cluster).map(({ manifest }) => manifest);

const kindsOf = (cluster: Delivered, made: Made, isNamespaced: boolean): readonly GroupKind[] =>
  manifestsOf(cluster, made)
    .map(apiResourceOf)
    .filter((each) => each.isNamespaced === isNamespaced)
    .map(({ group, kind }) => ({ group, kind }));

/** Where a cluster's objects lie, and what ArgoCD takes for the place of those that lie in no namespace. */
const destinationsOf = (cluster: Delivered, made: Made) => {
  const { argocd, platform, deliversPlatform } = cluster;
  const namespaces = [
    platform.namespace,
    ...(deliversPlatform ? chartNamespaces(cluster) : []),
    ...manifestsOf(cluster, made).flatMap(({ metadata: { namespace } }) => namespace ?? []),
  ];
  return namespaces.map((namespace) => ({ server: argocd.server, namespace }));
};

/** The repositories from which something is delivered to a cluster. */
const repositoriesOf = ({ argocd, deliversPlatform }: Delivered): readonly string[] => [
  argocd.repository,
  ...(deliversPlatform ? [argocd.charts] : []),
];

/** The kinds that may be delivered, in the words of an AppProject: of an empty list ArgoCD makes none, which outside of namespaces is nothing, and in them all. */
const kindLists = (ofCluster: readonly GroupKind[], namespaced: readonly GroupKind[]) => ({
  ...(ofCluster.length > 0 && { clusterResourceWhitelist: ofCluster }),
  ...(namespaced.length > 0
    ? { namespaceResourceWhitelist: namespaced }
    : { namespaceResourceBlacklist: [{ group: '*', kind: '*' }] }),
});

/** From where, to where and which kinds may be delivered: what is delivered, and nothing else. */
export const projectSpec = ({ clusters }: Control, made: Made) => {
  const withPlatform = clusters.filter(({ deliversPlatform }) => deliversPlatform);
  const ofCluster = distinctKinds([
    ...clusters.flatMap((each) => kindsOf(each, made, false)),
    ...(withPlatform.length > 0 ? [...clusterKinds, ...crdKinds] : []),
  ]);
  const namespaced = distinctKinds([
    ...clusters.flatMap((each) => [...kindsOf(each, made, true), ...sealedKinds(each)]),
    ...withPlatform.flatMap(namespacedKinds),
  ]);
  return {
    sourceRepos: distinct(clusters.flatMap(repositoriesOf), (repository) => repository),
    destinations: distinct(
      clusters.flatMap((each) => destinationsOf(each, made)),
      ({ server, namespace }) => `${server} ${namespace}`,
    ),
    ...kindLists(ofCluster, namespaced),
  };
};
