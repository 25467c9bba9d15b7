import { yamlOf } from '#ground/yaml.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Part } from './part.js';
import { helmValues } from './values/values.js';

/** The values as a file that says of which chart they are. */
export const valuesFile = (cluster: Cluster): string => {
  const { chart, release, namespace } = cluster.platform;
  return [
    `# Values of kube-prometheus-stack ${chart}, release ${release} in namespace ${namespace} of cluster ${cluster.name}.`,
    '# Written from the typed platform of this cluster: change that, not this file.',
    yamlOf(helmValues(cluster)),
  ].join('\n');
};

/** What the chart of a cluster's platform is given; nothing where somebody else delivers it. */
export const platform: Part = {
  folder: 'platform',
  files: (cluster) => (cluster.deliversPlatform ? { 'platform/values.yaml': valuesFile(cluster) } : {}),
};
