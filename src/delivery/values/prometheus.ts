import { flagsFor } from '#platform/feature.js';
import type { Contribution, Values } from './contribution.js';
import { claim } from './claim.js';
import { image } from './image.js';
import { resources } from './resources.js';

/** What the platform itself scrapes is everywhere, so that no namespace may be enforced on it; the chart says so of its rules, not of these. */
const itself = (namespace: string): Values => ({
  group: 'monitoring.coreos.com',
  resource: 'servicemonitors',
  namespace,
});

/** The Prometheus of a cluster: how long, on what and how it keeps, and what all that leaves it is told apart by. */
export const prometheus: Contribution = ({ platform, labels, addresses }) => {
  const { prometheus: server, versions, nodeExporter, namespace } = platform;
  const flags = flagsFor(server.features, versions.prometheus);
  const enforced = server.enforcedNamespaceLabel;
  const own = [...new Set([namespace, nodeExporter?.namespace ?? namespace])];
  return {
    prometheus: {
      prometheusSpec: {
        ...image(platform, 'prometheus'),
        externalLabels: Object.keys(labels).length === 0 ? undefined : labels,
        externalUrl: addresses.prometheus,
        retention: server.retention,
        retentionSize: server.retentionSize,
        storageSpec: claim(server.storage),
        resources: resources(server.resources),
        replicas: server.replicas === 1 ? undefined : server.replicas,
        shards: server.shards === 1 ? undefined : server.shards,
        scrapeInterval: server.scrapeInterval,
        evaluationInterval: server.evaluationInterval,
        enableFeatures: flags.length === 0 ? undefined : flags,
        enforcedNamespaceLabel: enforced,
        excludedFromEnforcement: enforced === undefined ? undefined : own.map(itself),
      },
    },
  };
};
