import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';

/** The metric of prometheus-operator by which it tells what it leaves out, narrowed to the namespace of the platform. */
export interface OperatorMetrics {
  readonly managedResources: Gauge<'resource' | 'state', 'count'>;
}

/** How many objects of each kind the operator leaves out: of several controllers and copies, as many as the one that leaves out most. */
export const rejectedResources = ({ managedResources }: OperatorMetrics) =>
  max(value(managedResources.where({ state: 'rejected' })), { by: ['resource'] });
