import type { Gauge } from '../../promql/metric/metric.js';
import { max } from '../../promql/vector/aggregate.js';
import { value } from '../../promql/vector/select.js';
import { orZeroFor } from '../../promql/vector/zero-for.js';

/** The metric of kube-state-metrics by which Deployments are watched, narrowed to one namespace. */
export interface DeploymentMetrics {
  readonly deploymentAvailable: Gauge<'deployment', 'count'>;
}

/** The available pods of each of these Deployments; 0 too for one that is gone, whose series is gone with it. */
export const availableReplicas = (
  { deploymentAvailable }: DeploymentMetrics,
  deployments: readonly [string, ...string[]],
) => {
  const [first, ...others] = deployments;
  const own = deploymentAvailable.where({ deployment: others.length === 0 ? first : deployments });
  return orZeroFor(max(value(own), { by: ['deployment'] }), deployments);
};
