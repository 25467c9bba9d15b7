import { Chart } from 'cdk8s/lib/chart.js';
import type { Construct } from 'constructs';
import type { Cluster } from '#cluster/cluster.js';
import { Dashboards } from '#constructs/dashboards.js';
import { Routing } from '#constructs/routing.js';
import { markSelected } from '#constructs/selected.js';
import type { Part } from './part.js';

/** A chart of what other clusters are shown or told by here. */
const chartOf = (scope: Construct, folder: string, { platform }: Cluster): Chart =>
  new Chart(scope, folder, {
    namespace: platform.namespace,
    disableResourceNameHashes: true,
    labels: { release: platform.release, 'app.kubernetes.io/managed-by': 'cheomseong' },
  });

/** Dashboards of clusters that have no Grafana of their own, for the Grafana of this one. */
export const guestDashboards: Part = {
  folder: 'dashboards',
  chart: (app, cluster) => {
    const shown = cluster.shows.flatMap(({ cluster: of, applications }) =>
      applications
        .filter(({ dashboards }) => dashboards.length > 0)
        .map((each) => [`${of}-${each.name}`, each] as const),
    );
    if (shown.length === 0) return undefined;
    const chart = chartOf(app, 'dashboards', cluster);
    for (const [id, each] of shown) new Dashboards(chart, id, each, cluster.platform.grafana?.sidecar);
    return chart;
  },
};

/** Routes of alerts from clusters that have no Alertmanager of their own, for the Alertmanager of this one. */
export const guestRoutes: Part = {
  folder: 'routes',
  chart: (app, cluster) => {
    const told = cluster.tells.flatMap(({ cluster: of, applications }) =>
      applications.map((each) => [of, each] as const),
    );
    if (told.length === 0) return undefined;
    const chart = chartOf(app, 'routes', cluster);
    for (const [of, each] of told) new Routing(chart, `${of}-${each.name}`, each, undefined, of);
    markSelected(chart, cluster.platform);
    return chart;
  },
};
