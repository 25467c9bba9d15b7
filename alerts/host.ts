import type { Limit } from '../promql/unit/limit.js';
import { hostCpuHigh } from './host/cpu-high.js';
import type { CpuMetrics } from './host/cpu.js';
import { hostDiskBusy } from './host/disk-busy.js';
import { hostDiskSpaceLow } from './host/disk-space-low.js';
import type { IoMetrics } from './host/disks.js';
import type { DiskMetrics } from './host/file-systems.js';
import { hostMemoryHigh } from './host/memory-high.js';
import type { MemoryMetrics } from './host/memory.js';
import type { Subject } from './text/subject.js';

export { type CpuMetrics, cpuBusy } from './host/cpu.js';
export { type IoMetrics, diskOperations } from './host/disks.js';
export { type DiskMetrics, diskSpaceLeft, diskSpaceLeftByMount } from './host/file-systems.js';
export { type MemoryMetrics, memoryUsed } from './host/memory.js';

// The machines on which an application runs, as node_exporter sees them. A pack for each, since few want all.

/** Disks that run full. `left` is the share of each that must be left. */
export const hostDiskAlerts = (
  subject: Subject,
  metrics: DiskMetrics,
  { left }: { readonly left: Limit<'ratio'> },
) => ({ hostDiskSpaceLow: hostDiskSpaceLow(subject, metrics, left) });

/** Memory that runs short. `used` is the share of it that may be used. */
export const hostMemoryAlerts = (
  subject: Subject,
  metrics: MemoryMetrics,
  { used }: { readonly used: Limit<'ratio'> },
) => ({ hostMemoryHigh: hostMemoryHigh(subject, metrics, used) });

/** CPUs that have next to no time left. `busy` is the share of their time that they may be. */
export const hostCpuAlerts = (
  subject: Subject,
  metrics: CpuMetrics,
  { busy }: { readonly busy: Limit<'ratio'> },
) => ({ hostCpuHigh: hostCpuHigh(subject, metrics, busy) });

/** Disks that have much to do. `operations` is how many reads and writes together each may complete, a second. */
export const hostIoAlerts = (
  subject: Subject,
  metrics: IoMetrics,
  { operations }: { readonly operations: Limit<'perSecond'> },
) => ({ hostDiskBusy: hostDiskBusy(subject, metrics, operations) });
