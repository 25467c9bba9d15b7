import type { Law } from '#laws/law.js';
import { readBySidecar } from '#laws/sidecar.js';
import { platformLaw } from './law.js';

/** A dashboard in a ConfigMap that no sidecar finds is synced and well, and nobody ever sees it. */
export const everyDashboardIsShown: Law = platformLaw(({ grafana }, { applications, objects, cluster }) => {
  const inConfigMaps = applications.filter(
    ({ dashboards, dashboardsAs }) =>
      dashboards.length > 0 && dashboardsAs.some(({ form }) => form === 'ConfigMap'),
  );
  if (grafana === undefined)
    return cluster.addresses.grafana !== undefined
      ? []
      : inConfigMaps.map(({ name, dashboards }) => ({
          where: `${name}/dashboards`,
          what: dashboards.map(({ uid }) => uid).join(', '),
          code: 'dashboard-not-shown',
          why: `the platform of ${cluster.name} has no Grafana, and addresses.grafana does not say whose shows its dashboards`,
          cure: 'say which Grafana people look at, addresses: { grafana: "https://…" }, and give it this application in its own cluster; or leave its dashboards out here',
        }));
  const { label, value, folderAnnotation } = grafana.sidecar.dashboards;
  const read = readBySidecar(objects, grafana.sidecar.dashboards);
  return inConfigMaps.flatMap(({ name, dashboards }) =>
    dashboards.flatMap(({ uid, folder }) => {
      const found = read.find(({ object, key }) => object.application === name && key === `${uid}.json`);
      const where = `${name}/dashboards/${uid}`;
      if (found === undefined)
        return [
          {
            where,
            what: uid,
            code: 'dashboard-not-shown',
            why: `the sidecar of ${cluster.name}'s Grafana reads ConfigMaps with ${label}="${value}", and none of ${name} holds ${uid}.json`,
            cure: `let the chart of the application label it, new Application(app, description, { platform }), or label its ConfigMap ${label}: '${value}'`,
          },
        ];
      const { annotations = {} } = found.object.manifest.metadata;
      return annotations[folderAnnotation] === folder
        ? []
        : [
            {
              where,
              what: annotations[folderAnnotation] ?? '(no annotation)',
              code: 'dashboard-not-shown',
              why: `the sidecar of ${cluster.name}'s Grafana puts it into the folder that ${folderAnnotation} names, which is not '${folder}'`,
              cure: `annotate its ConfigMap ${folderAnnotation}: ${folder}, as the chart of the application does by itself`,
            },
          ];
    }),
  );
});
