import {
  type About,
  availableReplicas,
  count,
  cpuRatio,
  dashboard,
  errorRatio,
  latencyP95,
  memoryLimit,
  perSecond,
  percent,
  query,
  queueLength,
  requestRate,
  responseTimeP95,
  seconds,
  stat,
  timeseries,
  workingSet,
} from 'cheomseong';
import { apiAlerts, workerAlerts } from './alerts.js';
import { api, apiPods, broker, gpt, platform } from './series.js';
import { apis } from './services.js';

/** APIs have one container to a pod, until somebody adds a sidecar. */
const name = ({ pod, container }: Readonly<Record<'pod' | 'container', string>>): string =>
  `${pod} ${container}`;

/** Dashed grey lines are what is expected in health, yellow and red ones where somebody is told. */
export const apiDashboard = (about: About) =>
  dashboard('Ecoeco API Dashboard', {
    ...about,
    description: {
      ko: 'API마다 요청, 오류, 응답 시간, 파드와 자원을, 그 뒤의 작업 큐와 GPT API를 한눈에 봅니다. 회색 점선은 건강할 때 기대하는 값, 노란 선(warning)과 빨간 선(critical)은 알림이 발생하는 기준입니다.',
      en: 'Requests, errors, latency, pods and resources of each API, and the queues and the GPT API behind them. Dashed grey lines are what is expected in health, yellow (warning) and red (critical) ones where somebody is told.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      timeseries('API Request Rate', {
        description: {
          ko: 'API마다 초당 처리한 요청 수입니다. 평소에는 10–100 req/s입니다. 갑자기 줄면 요청이 도달하지 못하는 것일 수 있습니다.',
          en: 'Requests answered per second by each API: 10 to 100 in health. A sudden drop may mean that requests do not arrive.',
        },
        signal: requestRate(api, '$__rate_interval'),
        unit: 'reqps',
        expected: { from: perSecond(10), to: perSecond(100) },
      }),
      timeseries('API Error Rate %', {
        description: {
          ko: 'API마다 5xx로 응답한 요청의 비율입니다. 건강할 때는 1% 아래이고, 5xx가 없으면 0입니다. 요청이 없는 API는 나타나지 않습니다.',
          en: 'The share of requests that each API answered 5xx: under 1% in health, and 0 where there are none. An API without requests is missing.',
        },
        signal: errorRatio(api, '$__rate_interval'),
        limits: [apiAlerts.highErrorRate],
        expected: { to: percent(1) },
      }),
      timeseries('API Latency P95', {
        description: {
          ko: 'API마다 요청 100건 중 95건이 이 시간 안에 끝났습니다. 건강할 때는 1초 아래입니다. 히스토그램의 두 경계 사이에서는 어림한 값이고, 실선은 알림이 세는 경계입니다.',
          en: '95 of 100 requests to each API took no longer than this: under 1 s in health. Between two edges of the buckets it is an estimate; the solid line is the edge that the alert counts by.',
        },
        signal: latencyP95(api, '$__rate_interval'),
        limits: [apiAlerts.highLatency],
        expected: { to: seconds(1) },
      }),
      stat('API Pod Status', {
        description: {
          ko: 'API마다 사용 가능한 파드 수입니다. 사라진 디플로이먼트는 0으로 보입니다.',
          en: 'Available pods of each API. A Deployment that is gone shows as 0.',
        },
        signal: availableReplicas(platform, apis),
        limits: [apiAlerts.podDown],
        width: 12,
        height: 8,
      }),
      timeseries('API CPU Usage %', {
        description: {
          ko: '파드마다 CPU 한도 가운데 쓰고 있는 비율입니다. 한도가 없는 파드는 나타나지 않습니다.',
          en: 'The share of its CPU limit that each pod uses. A pod without a limit is missing.',
        },
        signal: cpuRatio(apiPods, '$__rate_interval'),
        legend: name,
        limits: [apiAlerts.highCpuUsage],
      }),
      timeseries('API Memory Usage MB', {
        description: {
          ko: '파드마다 워킹 셋입니다. 최근에 쓴 페이지 캐시도 들어 있습니다. 점선은 메모리 한도이며, 닿으면 커널이 캐시부터 거둬들이고, 더 거둬들일 것이 없으면 컨테이너를 종료시킵니다.',
          en: 'The working set of each pod, with page cache that was touched lately. The dashed line is its limit, at which the kernel takes cache back, and kills the container once there is none left.',
        },
        queries: [
          query(workingSet(apiPods), name),
          query(memoryLimit(apiPods), (labels) => `${name(labels)} limit`, { dashed: true }),
        ],
        unit: 'decbytes',
        alerts: [apiAlerts.highMemoryUsage],
      }),
      timeseries('Worker Queue Size', {
        description: {
          ko: '큐마다 쌓인 메시지 수(워커가 가져간 것 포함)입니다. 건강할 때는 100 아래이고, 데드 레터 큐(q.dlq, dlq.*)는 늘 0입니다.',
          en: 'Messages in each queue, those that a worker has taken included: under 100 in health, and always 0 in dead-letter queues (q.dlq, dlq.*).',
        },
        signal: queueLength(broker),
        legend: ({ queue }) => queue,
        limits: [workerAlerts.queueTooLong],
        expected: { to: count(100) },
        alerts: [workerAlerts.deadLettersWaiting],
      }),
      timeseries('GPT API Latency', {
        description: {
          ko: 'GPT API 호출 100건 중 95건이 이 시간 안에 답을 받았습니다. 건강할 때는 20초 아래입니다.',
          en: '95 of 100 calls to the GPT API were answered within this time: under 20 s in health.',
        },
        signal: responseTimeP95(gpt, '$__rate_interval'),
        legend: 'P95',
        limits: [workerAlerts.outsideApiSlow],
        expected: { to: seconds(20) },
        alerts: [workerAlerts.outsideApiFailing],
      }),
    ],
  });
