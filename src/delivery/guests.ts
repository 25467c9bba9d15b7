import { ApiObject } from 'cdk8s/lib/api-object.js';
import { Chart } from 'cdk8s/lib/chart.js';
import type { Construct } from 'constructs';
import type { Application } from '#application/application.js';
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

/** Two dashes part them: `a-b` of `c` and `b` of `c-a` are two. */
const idOf = (cluster: string, { name }: Application): string => `${cluster}--${name}`;

/** Says of which application the objects of a construct are, as those in its own folder do. */
const partOf = (scope: Construct, { name }: Application): void => {
  for (const object of scope.node.findAll().filter((each) => each instanceof ApiObject))
    object.metadata.addLabel('app.kubernetes.io/part-of', name);
};

/** Dashboards of clusters that have no Grafana of their own, for the Grafana of this one. */
export const guestDashboards: Part = {
  folder: 'dashboards',
  chart: (app, cluster) => {
    const shown = cluster.shows.flatMap(({ cluster: of, applications }) =>
      applications.filter(({ dashboards }) => dashboards.length > 0).map((each) => [of, each] as const),
    );
    if (shown.length === 0) return undefined;
    const chart = chartOf(app, 'dashboards', cluster);
    for (const [of, each] of shown)
      partOf(new Dashboards(chart, idOf(of, each), each, cluster.platform.grafana?.sidecar), each);
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
    for (const [of, each] of told) partOf(new Routing(chart, idOf(of, each), each, undefined, of), each);
    markSelected(chart, cluster.platform);
    return chart;
  },
};
