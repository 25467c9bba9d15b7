import type { Platform } from './platform.js';

/** What the chart calls its parts after: `prometheus-kube-prometheus` of the release `prometheus`. */
const fullName = ({ release }: Pick<Platform, 'release'>): string => {
  const chart = 'kube-prometheus-stack';
  const whole = release.includes(chart) ? release : `${release}-${chart}`;
  return whole.slice(0, 26).replace(/-$/, '');
};

/** The object of kind Prometheus, and the Service before its pods. */
export const prometheusName = (platform: Pick<Platform, 'release'>): string =>
  `${fullName(platform)}-prometheus`;

/** The object of kind Alertmanager, and the Service before its pods. */
export const alertmanagerName = (platform: Pick<Platform, 'release'>): string =>
  `${fullName(platform)}-alertmanager`;

/** Where the cluster's own pods ask Prometheus. */
export const prometheusUrl = (platform: Pick<Platform, 'release' | 'namespace'>): string =>
  `http://${prometheusName(platform)}.${platform.namespace}:9090`;

/** What Grafana calls the Alertmanager of the chart. */
export const alertmanagerDatasource = { name: 'Alertmanager', uid: 'alertmanager' } as const;
