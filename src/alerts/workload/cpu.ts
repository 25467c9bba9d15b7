import type { Counter, Gauge } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { rate, value } from '#promql/vector/select.js';
import { type ContainerLabel, perContainer } from './containers.js';

/** The metrics of cAdvisor and kube-state-metrics by which the CPU of containers is watched. */
export interface CpuMetrics {
  readonly cpuUsage: Counter<ContainerLabel | 'id' | 'cpu', 'coreSeconds'>;
  readonly cpuLimits: Gauge<ContainerLabel, 'cores'>;
}

/** By what the kubelet tells the lives of a container apart, and the CPUs where it tells of each. */
const perSeries = { by: [...perContainer.by, 'id', 'cpu'] } as const;

/**
 * Cores that each container uses. One that has just restarted has two series for a while, of its old and its new life, each
 * with the share of the window that it lived: hence the sum, other than of memory. Of each there is one more for every further Service
 * by which the same kubelet is scraped, as after kube-prometheus-stack was installed again under another name: hence the greatest first.
 */
export const cpuUsage = ({ cpuUsage: used }: Pick<CpuMetrics, 'cpuUsage'>, window: Window) =>
  sum(max(rate(used, window), perSeries), perContainer);

/** The CPU limit of each container that has one. */
export const cpuLimit = ({ cpuLimits }: Pick<CpuMetrics, 'cpuLimits'>) =>
  positive(max(value(cpuLimits), perContainer));

/** The share of its CPU limit that each container uses; nothing for a container without a limit. */
export const cpuRatio = (metrics: CpuMetrics, window: Window) =>
  divide(cpuUsage(metrics, window), cpuLimit(metrics));
