import type { Law } from '#laws/law.js';
import { readBySidecar } from '#laws/sidecar.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

const searched = (namespaces = 'ALL'): string => (namespaces === 'ALL' ? '' : ` in ${namespaces}`);

/** A dashboard in a ConfigMap that no sidecar finds is synced and well, and nobody ever sees it. */
export const everyDashboardIsShown: Law = inEach(
  platformLaw(({ grafana }, { applications, objects, cluster }) => {
    // Whether a cluster without a Grafana is shown by that of another is told where clusters are looked at together.
    if (grafana === undefined) return [];
    const inConfigMaps = applications.filter(
      ({ dashboardsAs, elsewhere }) =>
        !elsewhere?.shown && dashboardsAs.some(({ form }) => form === 'ConfigMap'),
    );
    const { label, value, folderAnnotation, searchNamespace } = grafana.sidecar.dashboards;
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
              why: `the sidecar of ${cluster.name}'s Grafana reads ConfigMaps with ${label}="${value}"${searched(searchNamespace)}, and none of ${name} holds ${uid}.json`,
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
  }),
);
