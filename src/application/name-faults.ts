import { folderFaults } from '#dashboards/folder.js';
import type { Fault } from '#ground/fault.js';
import { grammarFaults, labelValue, namespaceName, objectName } from '#ground/grammar.js';
import { agentNamespaceOf } from './agent/namespace.js';

/** What an application says that Kubernetes or Grafana call something by. */
interface Names {
  readonly name: string;
  readonly title: string;
  readonly namespace: string;
  readonly agentNamespace: string;
  readonly release: string;
  readonly scrapes: readonly { readonly name: string }[];
  readonly dashboards: readonly { readonly title: string; readonly folder: string }[];
}

/** Names under which Kubernetes has nothing and Grafana shows nothing; one that others follow from is told once. */
export const nameFaults = (names: Names): readonly Fault[] => {
  const { name, title, namespace, agentNamespace, release, scrapes, dashboards } = names;
  return [
    ...folderFaults('title', title),
    ...grammarFaults('namespace', namespaceName, [namespace]),
    ...(agentNamespace === agentNamespaceOf(name)
      ? []
      : grammarFaults('agentNamespace', namespaceName, [agentNamespace])),
    ...grammarFaults('release', labelValue, [release]),
    ...grammarFaults(
      'scrapes',
      objectName,
      scrapes.map((scrape) => scrape.name),
    ),
    ...dashboards
      .filter(({ folder }) => folder !== title)
      .flatMap((dashboard) => folderFaults(`dashboards '${dashboard.title}'.folder`, dashboard.folder)),
  ];
};
