import type { Cluster } from '#cluster/cluster.js';
import { unclear } from '#cluster/control.js';
import type { Fault } from '#ground/fault.js';
import { crdsChartOf, operatorsWithCrds } from '#platform/crds.js';

/** Clusters that several of the estate's ArgoCDs may deliver to: nobody would know in whose folder that is to stand. */
const deliveredByWhom = (clusters: readonly Cluster[]): readonly Fault[] =>
  unclear(clusters).map(({ cluster: { name, argocd }, homes }) => ({
    where: name,
    what: argocd.server,
    code: 'argocd-unclear',
    why: `an ArgoCD runs in each of ${homes.join(', ')}, and it is not said which of them delivers to ${argocd.server}`,
    cure: `say it: argocd({ …, home: '${homes[0] ?? ''}' })`,
  }));

/** Platforms whose CRDs ArgoCD would not find: without them it delivers nothing else. */
const withoutCrds = (clusters: readonly Cluster[]): readonly Fault[] =>
  clusters
    .filter(
      ({ argocd, deliversPlatform, platform }) =>
        argocd !== undefined &&
        deliversPlatform &&
        argocd.crds === undefined &&
        crdsChartOf(platform.versions.operator) === undefined,
    )
    .map(({ name, platform: { versions } }) => ({
      where: name,
      what: versions.operator,
      code: 'crds-unknown',
      why: `which release of the chart prometheus-operator-crds has the CRDs of the operator ${versions.operator} is known of ${operatorsWithCrds.join(', ')} alone`,
      cure: "look it up, and say it: argocd({ …, crds: '31.0.1' })",
    }));

/** What must hold of clusters that ArgoCD delivers, beside each other. */
export const everyArgoCDDelivers = (clusters: readonly Cluster[]): readonly Fault[] => [
  ...deliveredByWhom(clusters),
  ...withoutCrds(clusters),
];
