import { apiResourceOf } from '#imports/api-resource.js';
import type { Manifest } from '#imports/manifest.js';
import type { Made } from '#delivery/part.js';
import { type GroupKind, clusterKinds, crdKinds, namespacedKinds, chartNamespaces } from './brought.js';
import type { Control, Delivered } from '#cluster/control.js';
import { type Delivery, type Right, folderForm, rightOf } from './delivery.js';

const distinct = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] =>
  [...new Map(items.map((item) => [keyOf(item), item])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, item]) => item);

const distinctKinds = (kinds: readonly GroupKind[]): readonly GroupKind[] =>
  distinct(kinds, ({ group, kind }) => `${group}/${kind}`);

/** Kinds that ArgoCD finds in no folder that is written here: what somebody else seals. */
const sealedKinds = ({ secrets }: Delivered): readonly GroupKind[] =>
  secrets.by === 'sealed-secrets' ? [{ group: 'bitnami.com', kind: 'SealedSecret' }] : [];

/** The objects of a cluster that one of the two projects delivers. */
const manifestsOf = (cluster: Delivered, made: Made, right: Right): readonly Manifest[] =>
  made
    .objects(cluster)
    .filter(({ application }) => rightOf(folderForm(cluster, application)) === right)
    .map(({ manifest }) => manifest);

const kindsOf = (manifests: readonly Manifest[], isNamespaced: boolean): readonly GroupKind[] =>
  manifests
    .map(apiResourceOf)
    .filter((each) => each.isNamespaced === isNamespaced)
    .map(({ group, kind }) => ({ group, kind }));

/** What a project allows at one cluster. */
interface Allowed {
  readonly repositories: readonly string[];
  readonly namespaces: readonly string[];
  readonly ofCluster: readonly GroupKind[];
  readonly namespaced: readonly GroupKind[];
}

const allowedAt = (cluster: Delivered, made: Made, right: Right): Allowed => {
  const manifests = manifestsOf(cluster, made, right);
  return {
    repositories: [cluster.argocd.repository],
    namespaces: manifests.flatMap(({ metadata: { namespace } }) => namespace ?? []),
    ofCluster: kindsOf(manifests, false),
    namespaced: kindsOf(manifests, true),
  };
};

/** What the platform is delivered with beside what its folders hold: its charts, and what is sealed elsewhere. */
const broughtTo = (cluster: Delivered): Allowed => {
  const { deliversPlatform, argocd } = cluster;
  return {
    repositories: deliversPlatform ? [argocd.charts] : [],
    namespaces: deliversPlatform ? chartNamespaces(cluster) : [],
    ofCluster: deliversPlatform ? [...clusterKinds, ...crdKinds] : [],
    namespaced: [...sealedKinds(cluster), ...(deliversPlatform ? namespacedKinds(cluster) : [])],
  };
};

/** The kinds that may be delivered, in the words of an AppProject: of an empty list ArgoCD makes none, which outside of namespaces is nothing, and in them all. */
const kindLists = (ofCluster: readonly GroupKind[], namespaced: readonly GroupKind[]) => ({
  ...(ofCluster.length > 0 && { clusterResourceWhitelist: ofCluster }),
  ...(namespaced.length > 0
    ? { namespaceResourceWhitelist: namespaced }
    : { namespaceResourceBlacklist: [{ group: '*', kind: '*' }] }),
});

/** From where, to where and which kinds the Applications of one of the two projects may deliver: what they deliver, and nothing else. */
export const projectSpec = (
  { clusters }: Control,
  made: Made,
  right: Right,
  deliveries: readonly Delivery[],
) => {
  const allowed = clusters.flatMap((cluster) =>
    [allowedAt(cluster, made, right), ...(right === 'platform' ? [broughtTo(cluster)] : [])].map((each) => ({
      ...each,
      server: cluster.argocd.server,
    })),
  );
  // Where an Application says that what names no namespace lies, its project must allow, whether something does or not.
  const own = deliveries
    .filter(({ form }) => rightOf(form) === right)
    .map(({ facts: { server, namespace } }) => ({ server, namespace }));
  const within = allowed.flatMap(({ server, namespaces }) =>
    namespaces.map((namespace) => ({ server, namespace })),
  );
  return {
    sourceRepos: distinct(
      allowed.flatMap(({ repositories }) => repositories),
      (repository) => repository,
    ),
    destinations: distinct([...own, ...within], ({ server, namespace }) => `${server} ${namespace}`),
    ...kindLists(
      distinctKinds(allowed.flatMap(({ ofCluster }) => ofCluster)),
      distinctKinds(allowed.flatMap(({ namespaced }) => namespaced)),
    ),
  };
};
