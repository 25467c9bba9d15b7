import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';

/**
 * What prometheus-operator exports of itself, 0.40 and newer, which kube-prometheus-stack scrapes in the namespace of the platform:
 * https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/operator/operator.go. Its `namespace` is that of the
 * operator; whose objects they are it does not tell.
 */
export const prometheusOperatorMetrics = catalog({
  managedResources: gauge('prometheus_operator_managed_resources', {
    help: 'Objects that a controller of the operator found, of each kind: those that it took, and those that it left out',
    labels: ['controller', 'resource', 'state'],
    values: { state: ['selected', 'rejected'] },
    range: [0, Infinity],
  }),
});
