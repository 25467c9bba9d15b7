import { thanosFaults } from './engine/thanos-faults.js';
import { type Fault, below } from '#ground/fault.js';
import { dataKey, grammarFaults, namespaceName, objectName } from '#ground/grammar.js';
import { grafanaFaults } from './faults/grafana.js';
import { placementFaults } from '#ground/placement.js';
import { prometheusFaults } from './faults/prometheus.js';
import { remoteFaults } from './faults/remote.js';
import { countFaults, resourceFaults, storageFaults } from './faults/resources.js';
import { selectionFaults } from './faults/selection.js';
import { versionFaults } from './faults/versions.js';
import type { AlertmanagerServer, Platform } from './platform.js';

const alertmanagerFaults = (server: AlertmanagerServer): readonly Fault[] => [
  ...resourceFaults('alertmanager', server.resources),
  ...storageFaults('alertmanager', server.storage),
  ...countFaults('alertmanager.replicas', server.replicas),
];

const partFaults = ({ namespace, operator, kubeStateMetrics, nodeExporter }: Platform): readonly Fault[] => [
  ...resourceFaults('operator', operator.resources),
  ...(kubeStateMetrics ? resourceFaults('kubeStateMetrics', kubeStateMetrics.resources) : []),
  ...(nodeExporter ? resourceFaults('nodeExporter', nodeExporter.resources) : []),
  // Unless said it is called after the platform's own, of which it is told there.
  ...(nodeExporter?.namespace === undefined || nodeExporter.namespace.startsWith(namespace)
    ? []
    : grammarFaults('nodeExporter.namespace', namespaceName, [nodeExporter.namespace])),
];

/** Everything that is wrong with a platform by itself. */
export const platformFaults = (platform: Platform): readonly Fault[] => {
  const { release, namespace, prometheus, versions, alertmanager, grafana } = platform;
  const { placement, engine, secrets } = platform;
  return [
    ...grammarFaults('release', objectName, [release]),
    ...grammarFaults('namespace', namespaceName, [namespace]),
    ...versionFaults(platform),
    ...selectionFaults(platform),
    ...prometheusFaults(prometheus, versions),
    ...(alertmanager ? alertmanagerFaults(alertmanager) : []),
    ...(grafana ? grafanaFaults(grafana) : []),
    ...partFaults(platform),
    ...(engine.name === 'thanos' ? below('engine', thanosFaults(engine)) : []),
    ...remoteFaults(platform),
    ...(placement ? placementFaults(placement) : []),
    // Those of Grafana's login are told of where it is said.
    ...secrets
      .filter(({ name }) => name !== grafana?.admin.name)
      .flatMap(({ name, key }, i) => [
        ...grammarFaults(`secrets[${i}].name`, objectName, [name]),
        ...grammarFaults(`secrets[${i}].key`, dataKey, [key]),
      ]),
  ];
};
