import type { App } from 'cdk8s/lib/app.js';
import { Chart } from 'cdk8s/lib/chart.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Part } from './part.js';
import { compactor, store } from './thanos/bucket.js';
import { monitor } from './thanos/monitors.js';
import type { Inside, PartName } from './thanos/parts.js';
import { query } from './thanos/query.js';
import { ruler } from './thanos/ruler.js';
import { service } from './thanos/services.js';

/** All of Thanos but the sidecars, which are the chart's: see `values/thanos.ts`. */
const chartOf = (app: App, inside: Inside): Chart => {
  const { platform, engine } = inside;
  const chart = new Chart(app, 'thanos', {
    namespace: platform.namespace,
    disableResourceNameHashes: true,
    labels: {
      release: platform.release,
      'app.kubernetes.io/part-of': 'thanos',
      'app.kubernetes.io/managed-by': 'cheomseong',
    },
  });
  const parts: PartName[] = ['sidecar'];
  if (engine.query) {
    query(chart, inside, engine.query);
    service(chart, 'query');
    parts.push('query');
  }
  if (engine.store) {
    store(chart, inside, engine.store);
    service(chart, 'store');
    parts.push('store');
  }
  if (engine.compactor) {
    compactor(chart, inside, engine.compactor);
    service(chart, 'compactor');
    parts.push('compactor');
  }
  if (engine.ruler) {
    ruler(chart, inside, engine.ruler);
    parts.push('ruler');
  }
  parts.forEach((part) => monitor(chart, inside, part));
  return chart;
};

/** Where a platform's engine is Thanos: what asks, reads, joins and evaluates, and the monitors of all of it. */
export const thanos: Part = {
  folder: 'thanos',
  chart: (app: App, cluster: Cluster) => {
    const { platform } = cluster;
    const { engine } = platform;
    return engine.name === 'thanos' ? chartOf(app, { cluster, platform, engine }) : undefined;
  },
};
