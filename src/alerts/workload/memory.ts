import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { percent } from '#promql/unit/limit.js';
import { divide, multiply } from '#promql/vector/arithmetic.js';
import { compare, positive } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';
import { unless } from '#promql/vector/set.js';
import { type ContainerLabel, perContainer } from './containers.js';

/** The metrics of cAdvisor and kube-state-metrics by which the memory of containers is watched. */
export interface MemoryMetrics {
  readonly workingSet: Gauge<ContainerLabel, 'bytes'>;
  readonly residentSet: Gauge<ContainerLabel, 'bytes'>;
  readonly memoryLimits: Gauge<ContainerLabel, 'bytes'>;
}

/** What is drawn of it. */
export type ShownMemory = Pick<MemoryMetrics, 'workingSet' | 'memoryLimits'>;

/**
 * Memory in use, per container, with the page cache that was touched lately. A container that has just restarted has two series for a
 * while: hence no sum.
 */
export const workingSet = ({ workingSet: used }: Pick<MemoryMetrics, 'workingSet'>) =>
  max(value(used), perContainer);

/** Memory that the processes of each container hold themselves. */
const residentSet = ({ residentSet: held }: Pick<MemoryMetrics, 'residentSet'>) =>
  max(value(held), perContainer);

/** The memory limit of each container that has one. */
export const memoryLimit = ({ memoryLimits }: Pick<MemoryMetrics, 'memoryLimits'>) =>
  positive(max(value(memoryLimits), perContainer));

/** The share of its memory limit that the working set of each container takes; nothing for a container without a limit. */
export const memoryRatio = (metrics: ShownMemory) => divide(workingSet(metrics), memoryLimit(metrics));

/**
 * The share of its working set that the processes of each container hold themselves (RSS). The rest is page cache, which the kernel takes
 * back before it kills, but for a little of the kernel's own and for shared memory: `/dev/shm`, volumes in memory, and PostgreSQL's
 * shared_buffers. cAdvisor tells of a part of that in `container_memory_mapped_file`, which kube-prometheus-stack drops.
 */
export const residentRatio = (metrics: Omit<MemoryMetrics, 'memoryLimits'>) =>
  divide(residentSet(metrics), positive(workingSet(metrics)));

/**
 * Up to this share of RSS there is no danger, however near the limit the working set is: more than half of it can be taken back, so that
 * less than half of the limit is left to those who cannot give any.
 */
export const mostlyCache = percent(50);

/** The same as `memoryRatio`, without the containers of which it is known that their working set is mostly page cache. */
export const heldMemoryRatio = (metrics: MemoryMetrics) =>
  unless(
    memoryRatio(metrics),
    compare(residentSet(metrics), '<=', multiply(workingSet(metrics), mostlyCache.value)),
  );
