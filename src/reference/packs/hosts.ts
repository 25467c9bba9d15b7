import { hostCpuHigh } from '#alerts/host/cpu-high.js';
import { hostDiskBusy } from '#alerts/host/disk-busy.js';
import { hostDiskSpaceLow } from '#alerts/host/disk-space-low.js';
import { hostMemoryHigh } from '#alerts/host/memory-high.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { narrowed } from '#promql/metric/catalog.js';
import { percent, perSecond } from '#promql/unit/limit.js';
import { here, subject } from './shop.js';
import type { Packs } from './pack.js';

const host = narrowed(nodeExporterMetrics, here);

export const hostPacks: Packs = {
  hostCpuHigh: { hostCpuHigh: hostCpuHigh(subject, host, { busy: percent(70) }) },
  hostMemoryHigh: { hostMemoryHigh: hostMemoryHigh(subject, host, { used: percent(90) }) },
  hostDiskSpaceLow: { hostDiskSpaceLow: hostDiskSpaceLow(subject, host, { left: percent(10) }) },
  hostDiskBusy: { hostDiskBusy: hostDiskBusy(subject, host, { operations: perSecond(1000) }) },
};
