import type { Contribution } from './contribution.js';
import { resources } from './resources.js';

/** What the chart brings beside the servers: kube-state-metrics and node_exporter, where they are wanted. */
export const exporters: Contribution = ({ platform: { kubeStateMetrics, nodeExporter, namespace } }) => ({
  ...(kubeStateMetrics
    ? {
        'kube-state-metrics': {
          resources: resources(kubeStateMetrics.resources),
          // Nothing that is drawn or told needs a list of all Secrets, and so it may not read any.
          collectorsExclude: ['secrets'],
        },
      }
    : { kubeStateMetrics: { enabled: false } }),
  ...(nodeExporter
    ? {
        'prometheus-node-exporter': {
          // Beside other agents: it reads the machine, and the namespace of all else need not be privileged for it.
          namespaceOverride: nodeExporter.namespace === namespace ? undefined : nodeExporter.namespace,
          resources: resources(nodeExporter.resources),
        },
      }
    : { nodeExporter: { enabled: false } }),
});
