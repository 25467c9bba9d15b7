import type { Cluster } from '#cluster/cluster.js';
import { type Delivered, atOneServer, unclear } from '#cluster/control.js';
import type { Fault } from '#ground/fault.js';
import { apiResourceOf } from '#imports/api-resource.js';
import type { Rendered } from '#imports/render.js';
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

/** An object as the API server knows it, whose version is none of its identity. */
const identityOf = ({ manifest }: Rendered): string => {
  const { group, kind } = apiResourceOf(manifest);
  const { namespace = '', name } = manifest.metadata;
  const type = group === '' ? kind : `${kind}.${group}`;
  return `${type} ${namespace === '' ? name : `${namespace}/${name}`}`;
};

const shared = (one: Delivered, other: Delivered, objects: readonly Rendered[]): readonly string[] => {
  const ofPlace = ({ name }: Delivered): ReadonlySet<string> =>
    new Set(
      // What tells ArgoCD itself lies where that runs, and is one folder of all its clusters.
      objects.filter(({ place, application }) => place === name && application !== 'argocd').map(identityOf),
    );
  const ofOther = ofPlace(other);
  return [
    ...(one.deliversPlatform && other.deliversPlatform ? ['the CRDs of the platform'] : []),
    ...[...ofPlace(one)].filter((each) => ofOther.has(each)),
  ];
};

const some = (names: readonly string[]): string =>
  names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(' and ');

/** Objects that two clusters of one ArgoCD bring to one API server: each of its Applications takes them from the other, for ever. */
export const everyObjectIsDeliveredOnce = (
  clusters: readonly Cluster[],
  objects: readonly Rendered[],
): readonly Fault[] =>
  atOneServer(clusters).flatMap((group) =>
    group.flatMap((other, i): readonly Fault[] => {
      const [first] = group
        .slice(0, i)
        .map((one) => ({ name: one.name, twice: shared(one, other, objects) }))
        .filter(({ twice }) => twice.length > 0);
      return first === undefined
        ? []
        : [
            {
              where: other.name,
              what: other.argocd.server,
              code: 'delivered-twice',
              why: `ArgoCD reaches ${first.name} and ${other.name} at one API server, and both bring ${some(first.twice)}: their Applications take it from each other for ever`,
              cure: "say where each is: argocd({ …, server: 'https://10.0.0.1:6443' }), or let one of the two bring it",
            },
          ];
    }),
  );
