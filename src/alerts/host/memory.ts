import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { complement, divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';

/** The metrics of node_exporter by which the memory of a host is watched. */
export interface MemoryMetrics {
  readonly memoryAvailable: Gauge<'instance', 'bytes'>;
  readonly memoryTotal: Gauge<'instance', 'bytes'>;
}

const perHost = { by: ['instance'] } as const;

/** The share of each host's memory that cannot be had without swapping; the kernel's caches can. */
export const memoryUsed = ({ memoryAvailable, memoryTotal }: MemoryMetrics) =>
  complement(divide(max(value(memoryAvailable), perHost), positive(max(value(memoryTotal), perHost))));
