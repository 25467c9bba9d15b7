import { type CpuMetrics, cpuBusy } from '#alerts/host/cpu.js';
import { type IoMetrics, diskOperations } from '#alerts/host/disks.js';
import { type DiskMetrics, diskSpaceLeftByMount } from '#alerts/host/file-systems.js';
import { type MemoryMetrics, memoryUsed } from '#alerts/host/memory.js';
import type { Alert } from '#alerts/rule/alert.js';
import { ratio } from '#promql/unit/limit.js';
import { given } from './limits.js';
import { timeseries } from './panel/timeseries.js';

/** All that the panels of a host read. */
export type HostMetrics = CpuMetrics & MemoryMetrics & DiskMetrics & IoMetrics;

/** The alerts on hosts that an application has: none, some or all. */
export interface HostAlerts {
  readonly hostCpuHigh?: Alert<'instance', 'ratio'>;
  readonly hostMemoryHigh?: Alert<'instance', 'ratio'>;
  readonly hostDiskSpaceLow?: Alert<'instance' | 'device', 'ratio'>;
  readonly hostDiskBusy?: Alert<'instance' | 'device', 'perSecond'>;
}

const window = '$__rate_interval';
const all = ratio(1);

/** The machines that an application runs on: what each has, and how much of it is taken. */
export const hostPanels = (
  metrics: HostMetrics,
  { hostCpuHigh, hostMemoryHigh, hostDiskSpaceLow, hostDiskBusy }: HostAlerts,
) => {
  const [cpu, memory] = [cpuBusy(metrics, window), memoryUsed(metrics)];
  return {
    cpu: timeseries('CPU Usage', {
      description: {
        ko: '호스트의 모든 CPU가 일한 시간의 비율입니다. 디스크를 기다린 시간(iowait)은 빼고, 다른 가상 머신에 빼앗긴 시간(steal)은 넣었습니다.',
        en: 'The share of their time that all CPUs of a host were busy: without waiting for disks (iowait), with what other virtual machines took away (steal).',
      },
      signal: cpu,
      limits: given(hostCpuHigh),
      max: all,
    }),
    memory: timeseries('Memory Usage', {
      description: {
        ko: '호스트의 메모리 가운데 쓰고 있는 비율입니다. 되찾을 수 있는 캐시는 빼고 셉니다.',
        en: "The share of a host's memory that is in use, not counting caches that can be taken back.",
      },
      signal: memory,
      limits: given(hostMemoryHigh),
      max: all,
    }),
    disk: timeseries('Disk Space Left', {
      description: {
        ko: '마운트된 곳마다 파일 시스템에 남은 공간의 비율입니다. 한 장치가 여러 곳에 마운트되면 같은 선이 여러 개입니다.',
        en: 'The share that is left of each file system, by where it is mounted. Of a device that is mounted at several places there are as many lines.',
      },
      signal: diskSpaceLeftByMount(metrics),
      legend: ({ instance, mountpoint }) => `${instance} ${mountpoint}`,
      limits: given(hostDiskSpaceLow),
      max: all,
    }),
    io: timeseries('Disk Operations', {
      description: {
        ko: '디스크마다 초당 끝난 읽기와 쓰기의 합(IOPS)입니다.',
        en: 'Reads and writes that each disk completes per second (IOPS).',
      },
      signal: diskOperations(metrics, window),
      unit: 'iops',
      limits: given(hostDiskBusy),
    }),
    usage: timeseries('Resource Usage', {
      description: {
        ko: '호스트의 모든 CPU가 일한 시간의 비율입니다. 디스크를 기다린 시간(iowait)은 빼고, 다른 가상 머신에 빼앗긴 시간(steal)은 넣었습니다. 메모리와 디스크는 곁의 패널에 따로 있습니다.',
        en: 'The share of their time that all CPUs of a host were busy: without waiting for disks (iowait), with what other virtual machines took away (steal). Memory and disks stand beside it, each by itself.',
      },
      signal: cpu,
      legend: ({ instance }) => `${instance} CPU`,
      limits: given(hostCpuHigh),
      max: all,
    }),
  };
};
