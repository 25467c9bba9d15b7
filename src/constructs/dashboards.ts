import { Construct } from 'constructs';
import type { Dashboard } from '#dashboards/dashboard.js';
import { dashboardJson } from '#dashboards/render/dashboard.js';
import { ConfigMap } from '#imports/config-map.js';

/** ConfigMaps that Grafana's sidecar reads, one for each dashboard. It writes all of their keys into one folder. */
export class Dashboards extends Construct {
  constructor(scope: Construct, id: string, dashboards: readonly Dashboard[]) {
    super(scope, id);
    for (const dashboard of dashboards) {
      const { uid, folder } = dashboard;
      new ConfigMap(this, uid, {
        metadata: { name: uid, labels: { grafana_dashboard: '1' }, annotations: { grafana_folder: folder } },
        data: { [`${uid}.json`]: dashboardJson(dashboard) },
      });
    }
  }
}
