import { atField } from '#ground/field.js';
import type { Law } from '#laws/law.js';
import { platformLaw } from './law.js';
import { nameLabel, namespaceLabels } from './namespaces.js';
import { missingLabels, selectionOf } from '#platform/selection.js';

/** An object in a namespace that is not looked into is taken, synced and well, and nobody scrapes or evaluates it. */
export const everyNamespaceIsSelected: Law = platformLaw((platform, estate) =>
  estate.objects.flatMap(({ path, manifest }) => {
    const { namespace } = manifest.metadata;
    const selection = selectionOf(platform, manifest.kind);
    if (namespace === undefined || selection === undefined) return [];
    return missingLabels(namespaceLabels(estate, namespace), selection.namespaces).map(([label, value]) => ({
      where: atField(path, 'metadata.namespace'),
      what: namespace,
      code: 'namespace-not-selected',
      why: `the platform of ${estate.cluster.name} looks for ${manifest.kind}s in namespaces with ${label}="${value}", which ${namespace} is not known to have`,
      cure:
        label === nameLabel
          ? `let it live in ${value}, or select namespaces by a label that several have`
          : `label the Namespace ${namespace} ${label}: ${value}, or change platform.selects`,
    }));
  }),
);
