import type { Placement } from '#platform/platform.js';
import type { Contribution, Values } from './contribution.js';

const on = ({ nodeSelector, tolerations }: Placement): Values => ({
  nodeSelector: Object.keys(nodeSelector).length === 0 ? undefined : nodeSelector,
  tolerations: tolerations.length === 0 ? undefined : tolerations,
});

/** On which nodes all of it runs, but for node_exporter, which is on each. */
export const placement: Contribution = ({ platform }) => {
  if (platform.placement === undefined) return {};
  const there = on(platform.placement);
  return {
    prometheus: { prometheusSpec: there },
    ...(platform.alertmanager && { alertmanager: { alertmanagerSpec: there } }),
    ...(platform.grafana && { grafana: there }),
    ...(platform.kubeStateMetrics && { 'kube-state-metrics': there }),
    prometheusOperator: { ...there, admissionWebhooks: { patch: there } },
  };
};
