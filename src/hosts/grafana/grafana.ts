import { dashboardJson } from '#dashboards/render/dashboard.js';
import type { ApplicationOnHost } from '#hosts/answered.js';
import { type Files, configuration } from '#hosts/text.js';
import { elasticsearchDatasource, prometheusDatasource, traceDatasource } from './datasource.js';

/** Where Grafana finds the dashboards of the host. */
export const dashboardsFolder = '/etc/grafana/dashboards';

/** Grafana's provisioning: its data sources, that of metrics under the uid that dashboards name, and the dashboards. */
export const grafanaFiles = (application: ApplicationOnHost): Files => {
  const { name, title, dashboards } = application;
  return {
    'grafana/provisioning/datasources/datasources.yml': configuration('What Grafana asks.', {
      apiVersion: 1,
      prune: true,
      datasources: [
        prometheusDatasource(application),
        ...elasticsearchDatasource(application),
        ...traceDatasource(application),
      ],
    }),
    [`grafana/provisioning/dashboards/${name}.yml`]: configuration('Where Grafana finds dashboards.', {
      apiVersion: 1,
      providers:
        dashboards.length === 0
          ? []
          : [
              {
                name,
                folder: title,
                type: 'file',
                allowUiUpdates: false,
                options: { path: dashboardsFolder },
              },
            ],
    }),
    ...Object.fromEntries(
      dashboards.map((dashboard) => [`grafana/dashboards/${dashboard.uid}.json`, dashboardJson(dashboard)]),
    ),
  };
};
