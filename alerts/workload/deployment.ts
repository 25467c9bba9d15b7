import type { Gauge } from '../../promql/metric/metric.js';
import { max } from '../../promql/vector/aggregate.js';
import { value } from '../../promql/vector/select.js';
import { anywhere } from '../../promql/vector/presence.js';
import { orZeroFor } from '../../promql/vector/zero-for.js';
import type { NonEmpty } from '../scenario/scenario.js';

/** The metric of kube-state-metrics by which Deployments are watched, narrowed to one namespace. */
export interface DeploymentMetrics {
  readonly deploymentAvailable: Gauge<'deployment', 'count'>;
}

/** 1 while kube-state-metrics tells of any Deployment at all, in whatever namespace. */
export const deploymentsAreTold = ({ deploymentAvailable }: DeploymentMetrics) =>
  anywhere(deploymentAvailable);

/** The available pods of each of these Deployments; 0 too for one that is gone, whose series is gone with it. */
export const availableReplicas = (
  { deploymentAvailable }: DeploymentMetrics,
  deployments: NonEmpty<string>,
) => {
  const own = deploymentAvailable.where({ deployment: deployments });
  return orZeroFor(max(value(own), { by: ['deployment'] }), deployments);
};
