import {
  adjusted,
  availableReplicas,
  cpuRatio,
  heldMemoryRatio,
  memoryLimit,
  query,
  row,
  stat,
  timeseries,
  workingSet,
  workloadPanels,
} from 'cheomseong';
import { apiAlerts, workerAlerts } from '../alerts.js';
import { apiPods, platform } from '../series.js';
import { apis, workers } from '../services.js';

/** A pod's name begins with that of its container, of which there is one, until somebody adds a sidecar. */
const name = ({ pod }: Readonly<Record<'pod' | 'container', string>>): string => pod;
const deployment = (labels: Readonly<Record<'deployment', string>>): string => labels.deployment;

const { restarts, throttling } = workloadPanels(platform, { deployments: apis }, {});

/** Whether there are pods. */
export const pods = row('Pods', [
  stat('API Pod Status', {
    description: {
      ko: 'API마다 사용 가능한 파드 수입니다. 사라진 디플로이먼트는 0으로 보입니다.',
      en: 'Available pods of each API. A Deployment that is gone shows as 0.',
    },
    signal: availableReplicas(platform, apis),
    limits: [apiAlerts.podDown],
    width: 12,
  }),
  timeseries('Available Pods', {
    description: {
      ko: 'API와 워커의 디플로이먼트마다 사용 가능한 파드 수입니다. 언제 줄었고 언제 돌아왔는지 봅니다. 사라진 디플로이먼트는 0입니다.',
      en: 'Available pods of each Deployment of the APIs and the workers: when they went, and when they came back. A Deployment that is gone is 0.',
    },
    queries: [
      query(availableReplicas(platform, apis), deployment),
      query(availableReplicas(platform, workers), deployment),
    ],
    limits: [apiAlerts.podDown, workerAlerts.podDown],
  }),
]);

/** How near to their limits the pods of the APIs are. */
export const resources = row(
  'Resources',
  [
    timeseries('API CPU Usage %', {
      description: {
        ko: '파드마다 CPU 한도 가운데 쓰고 있는 비율입니다. 한도가 없는 파드는 나타나지 않습니다.',
        en: 'The share of its CPU limit that each pod uses. A pod without a limit is missing.',
      },
      signal: cpuRatio(apiPods, '$__rate_interval'),
      legend: name,
      limits: [apiAlerts.highCpuUsage],
    }),
    timeseries('API Memory Usage %', {
      description: {
        ko: '파드마다 메모리 한도 가운데 워킹 셋이 차지하는 비율입니다. 대부분이 커널이 거둬들일 수 있는 페이지 캐시인 파드와 한도가 없는 파드는 알림처럼 나타나지 않습니다.',
        en: 'The share of its memory limit that the working set of each pod takes. As for the alert, a pod of whose working set most is page cache, which the kernel can take back, is missing, and so is one without a limit.',
      },
      signal: heldMemoryRatio(apiPods),
      legend: name,
      limits: [apiAlerts.highMemoryUsage],
    }),
    timeseries('API Memory Usage MB', {
      description: {
        ko: '파드마다 워킹 셋입니다. 최근에 쓴 페이지 캐시도 들어 있습니다. 점선은 메모리 한도이며, 닿으면 커널이 캐시부터 거둬들이고, 더 거둬들일 것이 없으면 컨테이너를 종료시킵니다.',
        en: 'The working set of each pod, with page cache that was touched lately. The dashed line is its limit, at which the kernel takes cache back, and kills the container once there is none left.',
      },
      queries: [
        query(workingSet(apiPods), name),
        query(memoryLimit(apiPods), (labels) => `${name(labels)} limit`, { dashed: true, color: 'grey' }),
      ],
      unit: 'decbytes',
      width: 8,
    }),
    adjusted(throttling, { width: 8 }),
    adjusted(restarts, { width: 8 }),
  ],
  { collapsed: true },
);
