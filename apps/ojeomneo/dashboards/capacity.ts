import {
  availableReplicas,
  constant,
  memoryRatio,
  perSecond,
  query,
  requestRate,
  stat,
  timeseries,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { deployments, platform, pods, server } from '../metrics.js';

/** What must be possible. */
const throughput = perSecond(100);

const available = availableReplicas(platform, deployments);

/** Whether there is room for what comes: requests of those that must be possible, and the pods that answer them. */
export const capacity = {
  throughput: timeseries('Throughput', {
    description: {
      ko: '초당 처리한 요청 수입니다. 점선(초당 100건)까지는 처리할 수 있어야 합니다. 요청이 적은 것은 고장이 아니므로 알리지 않습니다.',
      en: 'Requests answered per second. It must be possible to answer as many as the dashed line says (100); that fewer come is no fault, so nobody is told.',
    },
    queries: [
      query(requestRate(server, '$__rate_interval'), 'requests'),
      query(constant(throughput), 'possible', { dashed: true, color: 'grey' }),
    ],
    unit: 'reqps',
  }),
  memory: timeseries('Memory Usage', {
    description: {
      ko: '서버와 어드민의 컨테이너마다 메모리 한도 가운데 워킹 셋이 차지하는 비율입니다. 최근에 쓴 페이지 캐시도 들어 있습니다. 한도가 없는 컨테이너는 나타나지 않습니다.',
      en: 'The share of its memory limit that the working set of each container of the server and the admin takes, with page cache that was touched lately. Without a limit there is none.',
    },
    signal: memoryRatio(pods),
    legend: ({ pod, container }) => `${pod} ${container}`,
    limits: [alerts.highMemoryUsage],
  }),
  availablePods: stat('Available Pods', {
    description: {
      ko: '디플로이먼트마다 사용 가능한 파드 수입니다. 디플로이먼트가 사라져도 0입니다.',
      en: 'How many pods of each Deployment are available; 0 too where the Deployment is gone.',
    },
    signal: available,
    limits: [alerts.podDown],
  }),
  availablePodsOverTime: timeseries('Available Pods Over Time', {
    description: {
      ko: '디플로이먼트마다 사용 가능한 파드 수가 어떻게 변했는지입니다. 배포 중에 0에 닿으면 요청이 실패합니다.',
      en: 'How many pods of each Deployment were available. Where it touches 0, during a deployment too, requests fail.',
    },
    signal: available,
    limits: [alerts.podDown],
  }),
} as const;
