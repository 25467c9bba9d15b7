import type { Cluster } from '#cluster/cluster.js';
import type { Values } from './contribution.js';
import { contributions } from './contributions.js';
import { merged } from './merged.js';

/** What kube-prometheus-stack is given in a cluster, as Helm reads it. */
export const helmValues = (cluster: Cluster): Values =>
  merged(contributions.map((contribution) => contribution(cluster)));
