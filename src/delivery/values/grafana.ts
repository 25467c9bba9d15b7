import { usual } from '#dashboards/datasource.js';
import { type Together, linksOf, togetherIn, traceIdLabel, viewTrace } from '#dashboards/trace-links.js';
import type { GrafanaServer, ServedDatasource } from '#platform/platform.js';
import type { Contribution, Values } from './contribution.js';
import { image } from './image.js';
import { resources } from './resources.js';

/** A data source with what leads from it to the others. */
const provided =
  (together: Together) =>
  (source: ServedDatasource): Values => {
    const { name, type, uid, url } = source;
    const links = linksOf(source, together);
    return {
      ...{ name, type, uid, url },
      ...{ access: 'proxy', isDefault: false, editable: false },
      ...(Object.keys(links).length > 0 && { jsonData: links }),
    };
  };

/** Two pods would need the one volume at once, and the new one would wait for the old for ever. */
const persistence = ({ storage }: GrafanaServer): Values =>
  storage === undefined
    ? {}
    : {
        persistence: { enabled: true, size: storage.size, storageClassName: storage.storageClass },
        deploymentStrategy: { type: 'Recreate' },
      };

/** The chart's own dashboards in a folder of their own, so that applications' are not among them. */
const folder = 'Kubernetes';

/** Its sidecars read ConfigMaps alone: what is shown is no secret, and what is secret is not shown. */
const sidecar = (
  { sidecar: { dashboards, datasources } }: GrafanaServer,
  hasAlertmanager: boolean,
  { traces }: Together,
): Values => ({
  dashboards: {
    label: dashboards.label,
    labelValue: dashboards.value,
    searchNamespace: dashboards.searchNamespace ?? 'ALL',
    resource: 'configmap',
    folderAnnotation: dashboards.folderAnnotation,
    annotations: { [dashboards.folderAnnotation]: folder },
    provider: { foldersFromFilesStructure: dashboards.foldersFromFilesStructure ?? true },
  },
  datasources: {
    label: datasources.label,
    labelValue: datasources.value,
    searchNamespace: datasources.searchNamespace ?? 'ALL',
    resource: 'configmap',
    name: usual.prometheus.name,
    uid: usual.prometheus.uid,
    // The chart writes the data source of its Prometheus itself.
    exemplarTraceIdDestinations: traces && {
      ...{ datasourceUid: traces.uid, traceIdLabelName: traceIdLabel, urlDisplayLabel: viewTrace },
    },
    alertmanager: hasAlertmanager ? undefined : { enabled: false },
  },
});

/** The Grafana of a cluster: who logs in, where it is read, what it finds and asks. */
export const grafana: Contribution = ({ platform, addresses }) => {
  const { grafana: server, alertmanager, rules } = platform;
  if (server === undefined) return { grafana: { enabled: false } };
  const { name, userKey, passwordKey } = server.admin;
  const together = togetherIn(server.datasources, usual);
  return {
    grafana: {
      ...image(platform, 'grafana'),
      admin: { existingSecret: name, userKey, passwordKey },
      'grafana.ini': {
        server: addresses.grafana === undefined ? undefined : { root_url: addresses.grafana },
        plugins: { preinstall_auto_update: server.preinstallAutoUpdate ?? false },
      },
      sidecar: sidecar(server, alertmanager !== undefined, together),
      additionalDataSources:
        server.datasources.length === 0 ? undefined : server.datasources.map(provided(together)),
      defaultDashboardsEnabled: rules === 'none' ? false : undefined,
      resources: resources(server.resources),
      ...persistence(server),
      // It would run as root to change the owner of what `fsGroup` gives to Grafana anyway; Pod Security `restricted` refuses it.
      initChownData: server.storage === undefined ? undefined : { enabled: false },
      // A pod for `helm test`, which ArgoCD never runs.
      testFramework: { enabled: false },
    },
  };
};
