// Places of an estate: clusters with their applications.
export {
  cluster,
  type Cluster,
  type ClusterSpec,
  type Described as DescribedForCluster,
  type Https,
} from '#cluster/cluster.js';
export type { ClusterAddresses, Here } from '#cluster/here.js';
export { untold } from '#cluster/untold.js';
