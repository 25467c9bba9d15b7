import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import type { Rendered } from '#imports/render.js';

/** What ArgoCD itself is told lies beside it, in a namespace that nobody delivers here. */
const ofArgoCD = 'argocd';

/** Those in which something lies of what a cluster is given, and those of its platform where we deliver it. */
const namespacesIn = (
  { platform, deliversPlatform }: Cluster,
  objects: readonly Rendered[],
): readonly string[] => [
  ...new Set([
    ...objects
      .filter(({ application }) => application !== ofArgoCD)
      .flatMap(({ manifest: { metadata } }) => metadata.namespace ?? []),
    ...(deliversPlatform ? [platform.namespace, platform.nodeExporter?.namespace ?? platform.namespace] : []),
  ]),
];

/** What a cluster says of a namespace in which nothing lies, nobody does: one letter, and what was to be enforced is not. */
export const everyNamespaceThatIsSetIsThere = (
  cluster: Cluster,
  objects: readonly Rendered[],
): readonly Fault[] => {
  const said = Object.keys(cluster.namespaces ?? {});
  if (said.length === 0) return [];
  const names = namespacesIn(cluster, objects);
  return said
    .filter((each) => !names.includes(each))
    .map((each) => ({
      where: `${cluster.name}/namespaces`,
      what: each,
      code: 'no-such-namespace',
      why: `nothing that ${cluster.name} is given lies in a namespace ${each}, so that what is said of it is done nowhere`,
      cure: names.length === 0 ? 'leave it out' : `${instead(each, names)}, or leave it out`,
    }));
};
