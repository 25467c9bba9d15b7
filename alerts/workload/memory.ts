import type { Gauge } from '../../promql/metric/metric.js';
import { max } from '../../promql/vector/aggregate.js';
import { divide } from '../../promql/vector/arithmetic.js';
import { positive } from '../../promql/vector/compare.js';
import { value } from '../../promql/vector/select.js';
import { type ContainerLabel, perContainer } from './containers.js';

/** The metrics of cAdvisor and kube-state-metrics by which the memory of containers is watched. */
export interface MemoryMetrics {
  readonly workingSet: Gauge<ContainerLabel, 'bytes'>;
  readonly memoryLimits: Gauge<ContainerLabel, 'bytes'>;
}

/** Memory in use, per container. A container that has just restarted has two series for a while: hence no sum. */
export const workingSet = ({ workingSet: used }: Pick<MemoryMetrics, 'workingSet'>) =>
  max(value(used), perContainer);

/** The memory limit of each container that has one. */
export const memoryLimit = ({ memoryLimits }: Pick<MemoryMetrics, 'memoryLimits'>) =>
  positive(max(value(memoryLimits), perContainer));

/** The share of its memory limit that each container uses; nothing for a container without a limit. */
export const memoryRatio = (metrics: MemoryMetrics) => divide(workingSet(metrics), memoryLimit(metrics));
