import type { Construct } from 'constructs';
import { PodMonitor } from '#imports/pod-monitor.js';
import { ServiceMonitor } from '#imports/service-monitor.js';
import { type Inside, type PartName, names, podLabels } from './parts.js';

/** Pods that the operator makes, by its own labels, and the port that it calls so. */
const operated = {
  sidecar: { labels: { 'app.kubernetes.io/name': 'prometheus' }, port: 'http' },
  ruler: { labels: { 'app.kubernetes.io/name': 'thanos-ruler' }, port: 'web' },
} as const;

const replace = (targetLabel: string, replacement: string) => ({
  action: 'replace' as const,
  targetLabel,
  replacement,
});

/** Each shard scrapes all of Thanos, and so can tell of it by itself: what watches the others is not dealt among them. */
const undealt = ({ platform: { prometheus } }: Inside) =>
  prometheus.shards > 1 ? [replace('__tmp_disable_sharding', 'true')] : [];

const relabelings = (found: readonly ReturnType<typeof replace>[]) =>
  found.length > 0 ? { relabelings: [...found] } : {};

/** Scrapes the pods of a part under the job that it is called by. */
export const monitor = (scope: Construct, inside: Inside, part: PartName): void => {
  const { selects, prometheus } = inside.platform;
  const interval = prometheus.scrapeInterval;
  if (part === 'sidecar' || part === 'ruler') {
    const { labels, port } = operated[part];
    new PodMonitor(scope, `${part}-monitor`, {
      metadata: { name: names[part], labels: { ...selects.podMonitors.labels } },
      spec: {
        selector: { matchLabels: labels },
        podMetricsEndpoints: [
          { port, interval, ...relabelings([replace('job', names[part]), ...undealt(inside)]) },
        ],
      },
    });
    return;
  }
  new ServiceMonitor(scope, `${part}-monitor`, {
    metadata: { name: names[part], labels: { ...selects.serviceMonitors.labels } },
    spec: {
      selector: { matchLabels: podLabels(part) },
      endpoints: [{ port: 'http', interval, ...relabelings(undealt(inside)) }],
    },
  });
};
