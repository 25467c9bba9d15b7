import { Chart } from 'cdk8s/lib/chart.js';
import type { Construct } from 'constructs';
import type { Deliverer } from '#cluster/argocd.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Part } from '#delivery/part.js';
import { byKey } from '#ground/by-key.js';
import { Namespace } from '#imports/namespace.js';
import type { Rendered } from '#imports/render.js';
import { Role } from '#imports/role.js';
import { RoleBinding } from '#imports/role-binding.js';
import { labelsOf } from './labels.js';
import { rulesFor } from './rules.js';

const folder = 'namespaces';
const rbac = 'rbac.authorization.k8s.io';

/** The namespaces in which something lies of what a cluster is given, and those of its platform where we deliver it. */
const namespacesOf = (
  { platform, deliversPlatform }: Cluster,
  objects: readonly Rendered[],
): readonly string[] =>
  [
    ...new Set([
      ...(deliversPlatform
        ? [platform.namespace, platform.nodeExporter?.namespace ?? platform.namespace]
        : []),
      ...objects.flatMap(({ manifest }) => manifest.metadata.namespace ?? []),
    ]),
  ].sort();

/** A service account lies in a namespace; of users and groups the API server itself would fill in the API group, for ever. */
const subjectOf = (deliverer: Deliverer) =>
  deliverer.kind === 'ServiceAccount' ? deliverer : { ...deliverer, apiGroup: rbac };

/** Lets somebody deliver into a namespace what is delivered there, and nothing else. */
const allow = (
  scope: Construct,
  namespace: string,
  objects: readonly Rendered[],
  deliverer: Deliverer,
): void => {
  const metadata = { name: `monitoring-delivery-${namespace}`, namespace };
  new Role(scope, `role-${namespace}`, {
    metadata,
    rules: rulesFor(objects.map(({ manifest }) => manifest)),
  });
  new RoleBinding(scope, `role-binding-${namespace}`, {
    metadata,
    roleRef: { apiGroup: rbac, kind: 'Role', name: metadata.name },
    subjects: [subjectOf(deliverer)],
  });
};

/**
 * The namespaces of a cluster: each with its Pod Security, never pruned nor deleted, for what is lost with one nobody brings back; and who
 * delivers may do so there.
 */
export const namespaces: Part = {
  folder,
  chart: (app, cluster, made) => {
    const objects = made.objects(cluster);
    const names = namespacesOf(cluster, objects);
    if (names.length === 0) return undefined;
    const chart = new Chart(app, folder, { disableResourceNameHashes: true });
    const byNamespace = byKey(objects, ({ manifest }) => manifest.metadata.namespace ?? '');
    for (const name of names) {
      const within = byNamespace.get(name) ?? [];
      if (!cluster.namespaces?.[name]?.deliveredElsewhere)
        new Namespace(chart, `namespace-${name}`, {
          metadata: {
            name,
            labels: labelsOf(cluster, name, within),
            annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
          },
        });
      if (cluster.argocd && within.length > 0) allow(chart, name, within, cluster.argocd.deliverer);
    }
    return chart;
  },
};
