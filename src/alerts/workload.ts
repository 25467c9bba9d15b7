import type { Duration } from '#ground/duration.js';
import { type Limit, count } from '#promql/unit/limit.js';
import type { Kubernetes } from './place/kubernetes.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';
import type { ContainerLabel, Watched } from './workload/containers.js';
import { highMemoryUsage } from './workload/high-memory-usage.js';
import type { MemoryMetrics } from './workload/memory.js';
import { podRestarting } from './workload/pod-restarting.js';
import type { RestartMetrics } from './workload/restarts.js';

export type Workload = Watched & {
  /** Share of its memory limit that the working set of a container may take. Without a limit nothing is too much. */
  readonly memory: Limit<'ratio'>;
  /** Restarts within the window that are too many. By default two: one happens. */
  readonly restarts?: Limit<'count'>;
  /** Within how long they are; 15 minutes by default. */
  readonly window?: Duration;
};

/** The alerts of this pack. */
export interface WorkloadAlerts {
  readonly podRestarting: Alert<ContainerLabel, 'count'>;
  readonly highMemoryUsage: Alert<ContainerLabel, 'ratio'>;
}

/** Containers that restart again and again, or may soon be killed for their memory. */
export const workloadAlerts = (
  subject: Subject<Kubernetes>,
  metrics: RestartMetrics & MemoryMetrics,
  { memory, restarts = count(2), window = '15m', ...watched }: Workload,
): WorkloadAlerts => ({
  podRestarting: podRestarting(subject, metrics, { ...watched, restarts, window }),
  highMemoryUsage: highMemoryUsage(subject, metrics, { ...watched, memory }),
});
