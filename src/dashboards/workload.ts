import type { WorkloadAlerts } from '#alerts/workload.js';
import { ofContainers } from '#alerts/workload/containers.js';
import { type ShownMemory, memoryLimit, workingSet } from '#alerts/workload/memory.js';
import { type PodMetrics, podPhase } from '#alerts/workload/pods.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
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

/** The memory of certain containers, and the pods that they run in. */
export const workloadPanels = (
  { workingSet: used, memoryLimits, ...metrics }: ShownMemory & PodMetrics,
  { containers }: { readonly containers: NonEmpty<string> },
  alerts: Partial<Pick<WorkloadAlerts, 'highMemoryUsage' | 'podRestarting'>>,
) => {
  const own = ofContainers({ workingSet: used, memoryLimits }, containers);
  const name = ({ pod, container }: Readonly<Record<'pod' | 'container', string>>): string =>
    containers.length > 1 ? `${pod} ${container}` : pod;
  return {
    memory: timeseries('Memory Usage', {
      description: {
        ko: '컨테이너의 워킹 셋입니다. 최근에 쓴 페이지 캐시도 들어 있습니다. 점선은 메모리 한도이며, 닿으면 커널이 캐시부터 거둬들이고, 더 거둬들일 것이 없으면 컨테이너를 종료시킵니다.',
        en: 'The working set of each container, with page cache that was touched lately. The dashed line is its limit, at which the kernel takes cache back, and kills the container once there is none left.',
      },
      queries: [
        query(workingSet(own), name),
        query(memoryLimit(own), (labels) => `${name(labels)} limit`, { dashed: true }),
      ],
      alerts: given(alerts.highMemoryUsage),
    }),
    podStatus: table('Pod Status', {
      description: {
        ko: '파드마다 한 줄, 지금의 단계(phase)입니다.',
        en: 'One row for each pod, with the phase that it is in now.',
      },
      rows: podPhase(metrics),
      columns: { namespace: 'Namespace', pod: 'Pod', phase: 'Phase' },
      values: { phase: phases },
      sortBy: 'pod',
      alerts: given(alerts.podRestarting),
    }),
  };
};
