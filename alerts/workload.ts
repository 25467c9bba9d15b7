import type { Duration } from '../ground/duration.js';
import { type Limit, count } from '../promql/unit/limit.js';
import type { NonEmpty } from './rule/proof.js';
import type { Kubernetes } from './place/kubernetes.js';
import type { Subject } from './subject.js';
import { type CpuMetrics, cpuOfContainers } from './workload/cpu.js';
import type { DeploymentMetrics } from './workload/deployment.js';
import { highCpuUsage } from './workload/high-cpu-usage.js';
import { highMemoryUsage } from './workload/high-memory-usage.js';
import { podDown } from './workload/pod-down.js';
import { podRestarting } from './workload/pod-restarting.js';
import { ofDeployments } from './workload/pods.js';
import { type Workload, type WorkloadMetrics, ofContainers } from './workload/signals.js';

export { type CpuMetrics, cpuLimit, cpuOfContainers, cpuRatio, cpuUsage } from './workload/cpu.js';
export { type DeploymentMetrics, availableReplicas } from './workload/deployment.js';
export { ofDeployments } from './workload/pods.js';
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
  subject: Subject<Kubernetes>,
  metrics: WorkloadMetrics,
  { containers, memory, restarts = count(2) }: Workload,
) => {
  const own = ofContainers(metrics, containers);
  return {
    podRestarting: podRestarting(subject, own, containers[0], restarts),
    highMemoryUsage: highMemoryUsage(subject, own, containers[0], memory),
  };
};

export interface CpuLimits {
  /** Names of the containers that are watched. */
  readonly containers: Workload['containers'];
  /** Share of its CPU limit that a container may use. Without a limit nothing is too much. */
  readonly cpu: Limit<'ratio'>;
}

/** Containers that are about to be held back by their CPU limit. */
export const cpuAlerts = (
  subject: Subject<Kubernetes>,
  metrics: CpuMetrics,
  { containers, cpu }: CpuLimits,
) => ({
  highCpuUsage: highCpuUsage(subject, cpuOfContainers(metrics, containers), containers[0], cpu),
});

/** Containers of certain Deployments, whatever they are called, that are about to be killed for their memory. */
export const podMemoryAlerts = (
  subject: Subject<Kubernetes>,
  metrics: WorkloadMetrics,
  { deployments, memory }: Pick<Deployments, 'deployments'> & Pick<Workload, 'memory'>,
) => ({
  highMemoryUsage: highMemoryUsage(
    subject,
    ofDeployments({ ...metrics }, deployments),
    deployments[0],
    memory,
  ),
});

/** The same of those that are about to be held back by their CPU limit. */
export const podCpuAlerts = (
  subject: Subject<Kubernetes>,
  metrics: CpuMetrics,
  { deployments, cpu }: Pick<Deployments, 'deployments'> & Pick<CpuLimits, 'cpu'>,
) => ({
  highCpuUsage: highCpuUsage(subject, ofDeployments({ ...metrics }, deployments), deployments[0], cpu),
});

export interface Deployments {
  /** Names of the Deployments that are watched. */
  readonly deployments: NonEmpty<string>;
  readonly for?: Duration;
}

/** Deployments without a single available pod, or that are gone altogether. */
export const deploymentAlerts = (
  subject: Subject<Kubernetes>,
  metrics: DeploymentMetrics,
  { deployments, for: hold = '1m' }: Deployments,
) => ({ podDown: podDown(subject, metrics, deployments, hold) });
