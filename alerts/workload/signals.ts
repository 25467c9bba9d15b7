import type { Counter, Gauge } from '../../promql/metric/metric.js';
import { type Limit, yes } from '../../promql/unit/limit.js';
import { max } from '../../promql/vector/aggregate.js';
import { divide, floor } from '../../promql/vector/arithmetic.js';
import { compare, positive } from '../../promql/vector/compare.js';
import { increase, value } from '../../promql/vector/select.js';
import { fixedLabel } from '../scenario/fixed-label.js';
import type { NonEmpty } from '../scenario/scenario.js';

type ContainerLabel = 'namespace' | 'pod' | 'container';

/** The metrics of kube-state-metrics and cAdvisor by which containers are watched. */
export interface WorkloadMetrics {
  readonly restarts: Counter<ContainerLabel, 'count'>;
  readonly workingSet: Gauge<ContainerLabel, 'bytes'>;
  readonly memoryLimits: Gauge<ContainerLabel, 'bytes'>;
}

export interface Workload {
  /** Names of the containers that are watched: the application's own, no sidecars. */
  readonly containers: NonEmpty<string>;
  /** Share of its memory limit that a container may use. Without a limit nothing is too much. */
  readonly memory: Limit<'ratio'>;
  /** Restarts within 15 minutes that are too many. By default two: one happens. */
  readonly restarts?: Limit<'count'>;
}

const perContainer = { by: ['namespace', 'pod', 'container'] } as const;

/** The phase that each pod is in, as one series with the value 1. */
export const podPhase = ({
  podPhase: phase,
}: {
  readonly podPhase: Gauge<'namespace' | 'pod' | 'phase', 'boolean'>;
}) => compare(max(value(phase), { by: ['namespace', 'pod', 'phase'] }), '==', yes);

/** Memory in use, per container. A container that has just restarted has two series for a while: hence no sum. */
export const workingSet = ({ workingSet: used }: Pick<WorkloadMetrics, 'workingSet'>) =>
  max(value(used), perContainer);

/** The memory limit of each container that has one. */
export const memoryLimit = ({ memoryLimits }: Pick<WorkloadMetrics, 'memoryLimits'>) =>
  positive(max(value(memoryLimits), perContainer));

/** The share of its memory limit that each container uses; nothing for a container without a limit. */
export const memoryRatio = (metrics: Pick<WorkloadMetrics, 'workingSet' | 'memoryLimits'>) =>
  divide(workingSet(metrics), memoryLimit(metrics));

/** Restarts of each container within 15 minutes, without the fraction that extrapolation adds. */
export const restarts = ({ restarts: total }: Pick<WorkloadMetrics, 'restarts'>) =>
  floor(max(increase(total, '15m'), perContainer));

/** The same metrics of certain containers only. */
export const ofContainers = (
  metrics: WorkloadMetrics,
  containers: Workload['containers'],
): WorkloadMetrics => {
  const only = { container: containers };
  return {
    restarts: metrics.restarts.where(only),
    workingSet: metrics.workingSet.where(only),
    memoryLimits: metrics.memoryLimits.where(only),
  };
};

/** A container in a proof. */
export const example = ({ restarts }: WorkloadMetrics, container: string) => ({
  namespace: fixedLabel(restarts, 'namespace') ?? 'default',
  pod: `${container}-0`,
  container,
});
