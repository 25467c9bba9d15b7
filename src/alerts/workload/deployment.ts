import { type Gauge, Metric } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { anywhere } from '#promql/vector/presence.js';
import { orZeroFor } from '#promql/vector/zero-for.js';
import { type Behaviour, type Course, holds } from '#alerts/scenario/behaviour.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';

/** The metric of kube-state-metrics by which Deployments are watched, narrowed to one namespace. */
export interface DeploymentMetrics {
  readonly deploymentAvailable: Gauge<'deployment', 'count'>;
}

/** 1 while kube-state-metrics tells of any Deployment at all, in whatever namespace. */
export const deploymentsAreTold = ({ deploymentAvailable }: DeploymentMetrics) =>
  anywhere(deploymentAvailable);

/** A Deployment that every cluster has, by which a proof says that kube-state-metrics is there, or is not. */
export const inEveryCluster = ({ deploymentAvailable }: DeploymentMetrics, pods: Course = 2): Behaviour =>
  holds(new Metric(deploymentAvailable.info), { namespace: 'kube-system', deployment: 'coredns' }, pods);

/** The available pods of each of these Deployments; 0 too for one that is gone, whose series is gone with it. */
export const availableReplicas = (
  { deploymentAvailable }: DeploymentMetrics,
  deployments: NonEmpty<string>,
) => {
  const own = deploymentAvailable.where({ deployment: deployments });
  return orZeroFor(max(value(own), { by: ['deployment'] }), deployments);
};
