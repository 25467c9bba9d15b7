import type { Platform } from '#platform/platform.js';
import type { Contribution, Values } from './contribution.js';

type Labels = Readonly<Record<string, string>>;

/** What is asked for beside the release, which the chart's objects carry anyway. */
const asked = (labels: Labels, carried: Labels): Labels | undefined => {
  const more = Object.entries(labels).filter(([label, value]) => carried[label] !== value);
  return more.length === 0 ? undefined : Object.fromEntries(more);
};

/** Charts within the chart know nothing of its labels, but for the release. */
const ofSubcharts = ({ grafana, kubeStateMetrics, nodeExporter }: Platform, labels: Labels): Values => ({
  ...(grafana && { grafana: { serviceMonitor: { labels } } }),
  ...(kubeStateMetrics && {
    'kube-state-metrics': { prometheus: { monitor: { additionalLabels: labels } } },
  }),
  ...(nodeExporter && {
    'prometheus-node-exporter': { prometheus: { monitor: { additionalLabels: labels } } },
  }),
});

/** The chart's own ServiceMonitors and rules carry what they are selected by, or the platform would not see itself. */
export const ownLabels: Contribution = ({ platform }) => {
  const { release, selects } = platform;
  const monitors = asked(selects.serviceMonitors.labels, { release });
  return {
    commonLabels: monitors,
    defaultRules: { labels: asked(selects.rules.labels, { release, ...monitors }) },
    ...(monitors && ofSubcharts(platform, monitors)),
  };
};
