import { type Application, scrapesOf } from '../../application/application.js';
import { datasources } from '../../dashboards/datasource.js';
import { dashboardJson } from '../../dashboards/render/dashboard.js';
import { defaultsOf } from '../prometheus/job.js';
import { type Files, configuration } from '../text.js';

/** Where Grafana finds the dashboards of the host. */
export const dashboardsFolder = '/etc/grafana/dashboards';

/** Grafana's provisioning: its data source under the uid that dashboards name, and the dashboards. */
export const grafanaFiles = (application: Application): Files => {
  const { name, title, dashboards } = application;
  const { type, uid } = datasources.prometheus;
  return {
    'grafana/provisioning/datasources/prometheus.yml': configuration('What Grafana asks.', {
      apiVersion: 1,
      prune: true,
      datasources: [
        {
          name: 'Prometheus',
          uid,
          type,
          access: 'proxy',
          url: 'http://prometheus:9090',
          isDefault: true,
          editable: false,
          jsonData: { httpMethod: 'POST', timeInterval: defaultsOf(scrapesOf(application)).interval },
        },
      ],
    }),
    [`grafana/provisioning/dashboards/${name}.yml`]: configuration('Where Grafana finds dashboards.', {
      apiVersion: 1,
      providers: [
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
