import type { Versions } from './platform.js';

/** What a release of kube-prometheus-stack runs unless its values say otherwise. */
export type ChartVersions = Omit<Versions, 'kubernetes'>;

/** The charts whose keys were read and that were rendered, the newest first: docs/delivery/platform.md tells how another is added. */
const charts: ReadonlyMap<string, ChartVersions> = new Map([
  ['88.5.3', { operator: '0.93.1', prometheus: '3.14.0', alertmanager: '0.34.0', grafana: '13.2.0' }],
]);

/** The chart that a platform has which names none. */
export const usualChart = '88.5.3';

export const recordedCharts: readonly string[] = [...charts.keys()];

/** What a chart runs by itself; nothing where it is not recorded. */
export const versionsOfChart = (chart: string): ChartVersions | undefined => charts.get(chart);
