import type { Cluster } from '#cluster/cluster.js';

/** What a chart is given: a tree as YAML has it. What is undefined is not written. */
export interface Values {
  readonly [key: string]: Value;
}

export type Value = string | number | boolean | null | undefined | Values | readonly Value[];

/** One idea of a cluster's platform, as values of the chart: several write into one branch, none what another has written. */
export type Contribution = (cluster: Cluster) => Values;
