// Places of an estate: clusters with their applications.
export {
  cluster,
  type Cluster,
  type ClusterSpec,
  type Described as DescribedForCluster,
} from '#cluster/cluster.js';
export type { ClusterAddresses, Here, Https } from '#cluster/here.js';
export { untold } from '#cluster/untold.js';
