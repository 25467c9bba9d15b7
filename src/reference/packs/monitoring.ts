import { agentNotRunning } from '#alerts/agents/agent-not-running.js';
import { resourcesRejected } from '#alerts/operator/resources-rejected.js';
import { platformMetricsMissing } from '#alerts/targets/platform-missing.js';
import { serviceDown } from '#alerts/targets/service-down.js';
import { targetDown } from '#alerts/targets/target-down.js';
import { thanosAlerts } from '#alerts/thanos.js';
import { watcherAlerts } from '#alerts/watchers.js';
import { watchdog } from '#alerts/watchers/watchdog.js';
import { collectorAlerts } from '#alerts/collector.js';
import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { prometheusMetrics, scrapeMetrics } from '#metrics/prometheus.js';
import { prometheusOperatorMetrics } from '#metrics/prometheus-operator.js';
import { collectorMetrics } from '#metrics/opentelemetry-collector.js';
import { thanosMetrics } from '#metrics/thanos.js';
import { narrowed } from '#promql/metric/catalog.js';
import { exported, here, subject } from './shop.js';
import type { Packs } from './pack.js';

const operator = { namespace: 'monitoring' } as const;

export const monitoringPacks: Packs = {
  targetDown: { targetDown: targetDown(subject, exported, { jobs: ['shop', 'shop-db-exporter'] }) },
  serviceDown: { serviceDown: serviceDown(subject, exported, { jobs: ['shop'] }) },
  platformMetricsMissing: {
    platformMetricsMissing: platformMetricsMissing(subject, [
      { name: 'kube-state-metrics', metric: kubeStateMetrics.deploymentAvailable },
      { name: 'kubelet', metric: narrowed(kubeletMetrics, here).volumeUsed },
    ]),
  },
  agentNotRunning: {
    agentNotRunning: agentNotRunning(subject, narrowed(kubeStateMetrics, { namespace: 'shop-agents' }), {
      daemonSets: ['shop-fluent-bit'],
    }),
  },
  collectorAlerts: { ...collectorAlerts(subject, narrowed({ ...collectorMetrics, ...scrapeMetrics }, here)) },
  resourcesRejected: {
    resourcesRejected: resourcesRejected(subject, narrowed(prometheusOperatorMetrics, operator)),
  },
  watcherAlerts: {
    ...watcherAlerts(
      subject,
      {
        prometheus: narrowed(prometheusMetrics, here),
        alertmanager: narrowed(alertmanagerMetrics, here),
        scrapes: exported,
      },
      { jobs: ['prometheus', 'alertmanager'] },
    ),
  },
  thanosAlerts: {
    ...thanosAlerts(subject, {
      thanos: narrowed(thanosMetrics, operator),
      ruler: narrowed(prometheusMetrics, { ...operator, job: 'thanos-ruler' }),
      scrapes: narrowed(scrapeMetrics, operator),
    }),
  },
  watchdog: { watchdog: watchdog(subject) },
};
