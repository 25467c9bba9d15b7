import type { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import type { Cluster } from '#cluster/cluster.js';

/**
 * What a cluster is given beside its applications: a folder of it, `argocd`, `platform`, `namespaces`, `secrets`, as a chart whose id is the
 * folder, and texts by path below the cluster's folder, which are no manifests (`platform/values.yaml`). Nothing where the cluster needs none.
 */
export interface Part {
  readonly folder: string;
  readonly chart?: (app: App, cluster: Cluster) => Chart | undefined;
  readonly files?: (cluster: Cluster) => Readonly<Record<string, string>>;
}
