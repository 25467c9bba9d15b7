import { flagsFor } from '#platform/feature.js';
import type { Contribution } from './contribution.js';
import { claim } from './claim.js';
import { disruption } from './disruption.js';
import { image } from './image.js';
import { resources } from './resources.js';

/** Objects of the platform itself, whose namespace a Prometheus must not enforce: what they scrape is everywhere. */
const itself = (namespace: string) =>
  ['servicemonitors', 'prometheusrules'].map((resource) => ({
    group: 'monitoring.coreos.com',
    resource,
    namespace,
  }));

/** The Prometheus of a cluster: how long, on what and how it keeps, and what all that leaves it is told apart by. */
export const prometheus: Contribution = ({ platform, labels, addresses }) => {
  const { prometheus: server, versions, nodeExporter, namespace } = platform;
  const flags = flagsFor(server.features, versions.prometheus);
  const enforced = server.enforcedNamespaceLabel;
  const own = [...new Set([namespace, nodeExporter?.namespace ?? namespace])];
  return {
    prometheus: {
      ...disruption(server.replicas),
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
        excludedFromEnforcement: enforced === undefined ? undefined : own.flatMap(itself),
      },
    },
  };
};
