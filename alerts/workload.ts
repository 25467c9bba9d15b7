import { count } from '../promql/unit/limit.js';
import type { Subject } from './subject.js';
import { highMemoryUsage } from './workload/high-memory-usage.js';
import { podRestarting } from './workload/pod-restarting.js';
import { type Workload, type WorkloadMetrics, ofContainers } from './workload/signals.js';

export {
  type Workload,
  type WorkloadMetrics,
  memoryLimit,
  memoryRatio,
  ofContainers,
  podPhase,
  restarts,
  workingSet,
} from './workload/signals.js';

/** Containers that restart again and again, or are about to be killed for their memory. */
export const workloadAlerts = (
  subject: Subject,
  metrics: WorkloadMetrics,
  { containers, memory, restarts = count(2) }: Workload,
) => {
  const own = ofContainers(metrics, containers);
  return {
    podRestarting: podRestarting(subject, own, containers[0], restarts),
    highMemoryUsage: highMemoryUsage(subject, own, containers[0], memory),
  };
};
