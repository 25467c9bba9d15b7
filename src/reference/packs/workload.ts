import { volumeAlmostFull } from '#alerts/volumes/volume-almost-full.js';
import { volumeSpaceLow } from '#alerts/volumes/volume-space-low.js';
import { workloadAlerts } from '#alerts/workload.js';
import { highCpuUsage } from '#alerts/workload/high-cpu-usage.js';
import { podDown } from '#alerts/workload/pod-down.js';
import { kubernetes } from '#application/platform.js';
import { narrowed } from '#promql/metric/catalog.js';
import { percent } from '#promql/unit/limit.js';
import { here, subject } from './shop.js';
import type { Packs } from './pack.js';

const platform = narrowed(kubernetes, here);

export const workloadPacks: Packs = {
  workloadAlerts: { ...workloadAlerts(subject, platform, { containers: ['shop'], memory: percent(90) }) },
  highCpuUsage: { highCpuUsage: highCpuUsage(subject, platform, { containers: ['shop'], cpu: percent(80) }) },
  podDown: { podDown: podDown(subject, platform, { deployments: ['shop'] }) },
  volumeAlmostFull: {
    volumeAlmostFull: volumeAlmostFull(subject, platform, { volumes: ['shop-data'], used: percent(85) }),
  },
  volumeSpaceLow: {
    volumeSpaceLow: volumeSpaceLow(subject, platform, { volumes: ['shop-data'], left: percent(10) }),
  },
};
