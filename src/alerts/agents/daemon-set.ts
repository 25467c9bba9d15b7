import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';
import { orZeroFor } from '#promql/vector/zero-for.js';
import type { DeploymentMetrics } from '#alerts/workload/deployment.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';

/** The metrics of kube-state-metrics by which DaemonSets are watched, narrowed to the namespace of agents. */
export interface DaemonSetMetrics extends DeploymentMetrics {
  readonly daemonSetDesired: Gauge<'daemonset', 'count'>;
  readonly daemonSetReady: Gauge<'daemonset', 'count'>;
}

/** The share of the nodes on which each of these DaemonSets runs, of those on which it wants to; 0 too for one that is gone. */
export const runningShare = (
  { daemonSetDesired, daemonSetReady }: Omit<DaemonSetMetrics, 'deploymentAvailable'>,
  daemonSets: NonEmpty<string>,
) => {
  const of = (gauge: Gauge<'daemonset', 'count'>) =>
    max(value(gauge.where({ daemonset: daemonSets })), { by: ['daemonset'] });
  return orZeroFor(divide(of(daemonSetReady), positive(of(daemonSetDesired))), daemonSets);
};
