import { isBefore } from '#ground/release.js';
import type { Law } from '#laws/law.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

/** The first Grafana whose API takes the second model of dashboards as it is written here. */
export const firstWithV2 = '13.0';

/** An older Grafana answers that it knows no such resource, and grafana-operator says so where nobody looks. */
export const everyDashboardIsUnderstood: Law = inEach(
  platformLaw(({ versions }, { applications, cluster }) =>
    applications
      .filter(
        ({ dashboards, dashboardsAs }) =>
          dashboards.length > 0 && dashboardsAs.some(({ form }) => form === 'GrafanaManifest'),
      )
      .filter(() => isBefore(versions.grafana, firstWithV2))
      .map(({ name }) => ({
        where: `${name}/dashboards`,
        what: versions.grafana,
        code: 'grafana-too-old',
        why: `grafanaResources(…) are dashboard.grafana.app/v2, which Grafana ${firstWithV2} and newer take, and the platform of ${cluster.name} runs ${versions.grafana}`,
        cure: 'update it, or write grafanaDashboards(…) or configMaps, which are in the classic model',
      })),
  ),
);
