import { usual } from '#dashboards/datasource.js';
import type { GrafanaServer, ServedDatasource } from '#platform/platform.js';
import type { Contribution, Values } from './contribution.js';
import { image } from './image.js';
import { resources } from './resources.js';

const provided = ({ name, type, uid, url }: ServedDatasource): Values => ({
  ...{ name, type, uid, url },
  ...{ access: 'proxy', isDefault: false, editable: false },
});

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
    alertmanager: hasAlertmanager ? undefined : { enabled: false },
  },
});

/** The Grafana of a cluster: who logs in, where it is read, what it finds and asks. */
export const grafana: Contribution = ({ platform, addresses }) => {
  const { grafana: server, alertmanager, rules } = platform;
  if (server === undefined) return { grafana: { enabled: false } };
  const { name, userKey, passwordKey } = server.admin;
  return {
    grafana: {
      ...image(platform, 'grafana'),
      admin: { existingSecret: name, userKey, passwordKey },
      'grafana.ini': {
        server: addresses.grafana === undefined ? undefined : { root_url: addresses.grafana },
        plugins: { preinstall_auto_update: server.preinstallAutoUpdate ?? false },
      },
      sidecar: sidecar(server, alertmanager !== undefined),
      additionalDataSources: server.datasources.length === 0 ? undefined : server.datasources.map(provided),
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
