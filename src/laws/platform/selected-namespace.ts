import { atField } from '#ground/field.js';
import type { Judged, Law } from '#laws/law.js';
import { labelsOfNamespaces, nameLabel, namespacesAmong } from './namespaces.js';
import { missingLabels, selectionOf } from '#platform/selection.js';
import { across } from '#laws/apart.js';
import type { Cluster } from '#cluster/cluster.js';

/** An object of which the platform wants labels of its namespace that nothing beside it says. */
interface Doubtful {
  readonly path: string;
  readonly kind: string;
  readonly namespace: string;
  readonly wanted: readonly (readonly [label: string, value: string])[];
}

const doubtful = (cluster: Cluster, objects: Judged['objects']): readonly Doubtful[] =>
  objects.flatMap(({ path, manifest: { kind, metadata } }) => {
    const { namespace } = metadata;
    const selection = selectionOf(cluster.platform, kind);
    if (namespace === undefined || selection === undefined) return [];
    const wanted = missingLabels({ [nameLabel]: namespace }, selection.namespaces);
    return wanted.length === 0 ? [] : [{ path, kind, namespace, wanted }];
  });

/** An object in a namespace that is not looked into is taken, synced and well, and nobody scrapes or evaluates it. */
export const everyNamespaceIsSelected: Law = across({
  summary: ({ objects, others = [], cluster }) =>
    cluster?.deliversPlatform
      ? {
          cluster: cluster.name,
          namespaces: namespacesAmong([...objects, ...others]),
          objects: doubtful(cluster, objects),
        }
      : undefined,
  judge: (all) => {
    const labels = labelsOfNamespaces(all.flatMap(({ namespaces }) => namespaces));
    return all.flatMap(({ cluster, objects }) =>
      objects.flatMap(({ path, kind, namespace, wanted }) =>
        missingLabels({ ...labels.get(namespace), [nameLabel]: namespace }, Object.fromEntries(wanted)).map(
          ([label, value]) => ({
            where: atField(path, 'metadata.namespace'),
            what: namespace,
            code: 'namespace-not-selected',
            why: `the platform of ${cluster} looks for ${kind}s in namespaces with ${label}="${value}", which ${namespace} is not known to have`,
            cure:
              label === nameLabel
                ? `let it live in ${value}, or select namespaces by a label that several have`
                : `label the Namespace ${namespace} ${label}: ${value}, or change platform.selects`,
          }),
        ),
      ),
    );
  },
});
