import type { Alert } from '#alerts/rule/alert.js';
import type { WorkloadAlerts } from '#alerts/workload.js';
import { type ContainerLabel, type Watched, ofWatched } from '#alerts/workload/containers.js';
import { type CpuMetrics, cpuRatio } from '#alerts/workload/cpu.js';
import { type ShownMemory, memoryLimit, memoryRatio, workingSet } from '#alerts/workload/memory.js';
import { type PodMetrics, podPhase } from '#alerts/workload/pods.js';
import { type RestartMetrics, restarts } from '#alerts/workload/restarts.js';
import { type ThrottlingMetrics, throttledRatio } from '#alerts/workload/throttling.js';
import { ratio } from '#promql/unit/limit.js';
import { given } from './limits.js';
import type { Mapped } from './mapping.js';
import { table } from './panel/table.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

const phases: Mapped = {
  Running: { color: 'green' },
  Succeeded: { color: 'blue' },
  Pending: { color: 'yellow' },
  Failed: { color: 'red' },
  Unknown: { color: 'red' },
};

/** All that the panels of containers read. */
export type ContainerMetrics = ShownMemory & PodMetrics & CpuMetrics & ThrottlingMetrics & RestartMetrics;

/** The alerts on containers that an application has: none, some or all. */
export interface ContainerAlerts extends Partial<WorkloadAlerts> {
  readonly highCpuUsage?: Alert<ContainerLabel, 'ratio'>;
}

/** Within how long restarts are counted where no alert says it. */
const lately = '15m';
const window = '$__rate_interval';

/** Certain containers, or all of certain owners' pods: their memory and CPU, how often they restart, and the pods that they run in. */
export const workloadPanels = (
  { podPhase: phase, ...metrics }: ContainerMetrics,
  watched: Watched,
  { highMemoryUsage, highCpuUsage, podRestarting }: ContainerAlerts,
) => {
  const { workingSet: used, memoryLimits, cpuUsage, cpuLimits, cpuPeriods, cpuThrottledPeriods } = metrics;
  const memory = ofWatched({ workingSet: used, memoryLimits }, watched);
  const cpu = ofWatched({ cpuUsage, cpuLimits }, watched);
  const held = ofWatched({ cpuPeriods, cpuThrottledPeriods }, watched);
  const within = podRestarting?.window ?? lately;
  const name = ({ pod, container }: Readonly<Record<'pod' | 'container', string>>): string =>
    watched.containers?.length === 1 ? pod : `${pod} ${container}`;
  return {
    memory: timeseries('Memory Usage', {
      description: {
        ko: '컨테이너의 워킹 셋입니다. 최근에 쓴 페이지 캐시도 들어 있습니다. 점선은 메모리 한도이며, 닿으면 커널이 캐시부터 거둬들이고, 더 거둬들일 것이 없으면 컨테이너를 종료시킵니다.',
        en: 'The working set of each container, with page cache that was touched lately. The dashed line is its limit, at which the kernel takes cache back, and kills the container once there is none left.',
      },
      queries: [
        query(workingSet(memory), name),
        query(memoryLimit(memory), (labels) => `${name(labels)} limit`, { dashed: true, color: 'grey' }),
      ],
    }),
    memoryShare: timeseries('Memory of Limit', {
      description: {
        ko: '컨테이너마다 메모리 한도 가운데 워킹 셋이 차지하는 비율입니다. 100%에 닿고 거둬들일 캐시도 없으면 커널이 종료시킵니다(OOM). 한도가 없는 컨테이너는 나타나지 않습니다.',
        en: 'The share of its memory limit that the working set of each container takes. At 100%, with no cache left to take back, the kernel kills it (OOM). A container without a limit is missing.',
      },
      signal: memoryRatio(memory),
      legend: name,
      limits: given(highMemoryUsage),
    }),
    cpuShare: timeseries('CPU of Limit', {
      description: {
        ko: '컨테이너마다 CPU 한도 가운데 쓰고 있는 비율입니다. 한도가 없는 컨테이너는 나타나지 않습니다.',
        en: 'The share of its CPU limit that each container uses. A container without a limit is missing.',
      },
      signal: cpuRatio(cpu, window),
      legend: name,
      limits: given(highCpuUsage),
    }),
    throttling: timeseries('CPU Throttling', {
      description: {
        ko: '커널이 CPU 한도 때문에 컨테이너를 멈춰 세운 구간(100 ms)의 비율입니다. CPU 평균이 한도보다 낮아도 짧은 순간에 몰리면 멈추고, 그만큼 응답이 느려집니다. 한도가 없는 컨테이너는 나타나지 않습니다.',
        en: 'The share of periods of 100 ms in which the kernel held a container back for its CPU limit. It happens in bursts though CPU is under its limit on average, and answers wait for it. A container without a limit is missing.',
      },
      signal: throttledRatio(held, window),
      legend: name,
      max: ratio(1),
    }),
    restarts: timeseries('Restarts', {
      description: {
        ko: `최근 ${within} 동안 컨테이너마다 재시작한 횟수입니다. 하나는 배포나 노드 정비로도 일어나고, 이어지면 크래시 루프이거나 메모리 부족(OOM)입니다.`,
        en: `How often each container restarted within ${within}. One happens by a deployment or by work on a node; more of them are a crash loop, or memory that ran out (OOM).`,
      },
      signal: restarts({ restarts: ofWatched({ restarts: metrics.restarts }, watched).restarts }, within),
      legend: name,
      limits: given(podRestarting),
    }),
    podStatus: table('Pod Status', {
      description: {
        ko: '파드마다 한 줄, 지금의 단계(phase)입니다.',
        en: 'One row for each pod, with the phase that it is in now.',
      },
      rows: podPhase({ podPhase: phase }),
      columns: { namespace: 'Namespace', pod: 'Pod', phase: 'Phase' },
      values: { phase: phases },
      sortBy: 'pod',
    }),
  };
};
