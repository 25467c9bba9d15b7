import type { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Rendered } from '#imports/render.js';

/**
 * What stands in all clusters before a part is made: first the folders of applications, then those of parts in the order of their list, each
 * part in every cluster before the next. So namespaces follow from what lies in them, and what ArgoCD may deliver from what there is to deliver.
 */
export interface Made {
  /** Those of the estate, in its order. */
  readonly clusters: readonly Cluster[];
  /** The objects of a cluster so far, of all its folders. */
  readonly objects: (cluster: Cluster) => readonly Rendered[];
}

/**
 * What a cluster is given beside its applications: a folder of it, `argocd`, `platform`, `namespaces`, `secrets`, as a chart whose id is the
 * folder, and texts by path below the cluster's folder, which are no manifests (`platform/values.yaml`). Nothing where the cluster needs none.
 */
export interface Part {
  readonly folder: string;
  readonly chart?: (app: App, cluster: Cluster, made: Made) => Chart | undefined;
  readonly files?: (cluster: Cluster) => Readonly<Record<string, string>>;
}
