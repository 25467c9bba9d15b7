import {
  type About,
  activeConnectionPanels,
  dashboard,
  databaseUp,
  httpPanels,
  kubernetes,
  labelValues,
  narrowed,
  postgresExporterMetrics,
  row,
  timeseries,
  volumePanels,
  volumeUsage,
  workPanels,
  workloadPanels,
} from 'cheomseong';
import { alerts, containers, volumes } from './alerts.js';
import { observerMetrics, production } from './metrics.js';

/** The reader chooses between production and staging. */
const namespace = labelValues('namespace', observerMetrics.requests);
const observer = narrowed(observerMetrics, { namespace });
const platform = narrowed(kubernetes, { namespace });
/** Only that of production has an exporter. */
const postgres = narrowed(postgresExporterMetrics, production);

const http = httpPanels(observer, alerts);
const disks = volumePanels(platform, { volumes }, alerts);
const pods = workloadPanels(platform, { containers }, alerts);
const sockets = activeConnectionPanels(
  observer,
  {
    title: 'Active WebSocket Connections',
    what: { ko: '증권사 WebSocket 연결', en: 'WebSocket connections to the broker' },
  },
  alerts,
);
const files = workPanels(
  { done: observer.filesWritten },
  {
    title: 'JSONL Files Written',
    what: { ko: '저장한 JSONL 파일', en: 'JSONL files written' },
    by: 'track',
  },
  alerts,
);

const postgresUp = timeseries('PostgreSQL Up', {
  description: {
    ko: '운영 환경의 PostgreSQL에 익스포터가 접속할 수 있었는지입니다(1은 가능). 익스포터가 사라져도 0입니다.',
    en: 'Whether the exporter could connect to the PostgreSQL of production: 1 where it could, 0 too where the exporter is gone.',
  },
  signal: databaseUp(postgres),
  unit: 'none',
  legend: 'PostgreSQL',
  limits: [alerts.databaseDown],
});

const volumesOverTime = timeseries('PVC Usage Over Time', {
  description: {
    ko: '볼륨마다 찬 비율이 어떻게 변했는지입니다. 서서히 차오르는지, 갑자기 찼는지 여기서 봅니다.',
    en: 'How the share that is used of each volume has changed: whether it fills slowly, or did at once.',
  },
  signal: volumeUsage({
    volumeUsed: platform.volumeUsed.where({ persistentvolumeclaim: volumes }),
    volumeCapacity: platform.volumeCapacity.where({ persistentvolumeclaim: volumes }),
  }),
  legend: ({ persistentvolumeclaim }) => persistentvolumeclaim,
  limits: [alerts.volumeAlmostFull],
  width: 16,
});

export const productionDashboard = (about: About) =>
  dashboard('Observer Production Monitoring', {
    ...about,
    description: {
      ko: 'Observer가 요청에 답하고, 시세를 받아 파일로 남기고 있는지 한눈에 봅니다.',
      en: 'Whether Observer answers requests, receives market data and writes it to files.',
    },
    refresh: '30s',
    timezone: 'Asia/Seoul',
    variables: [namespace],
    panels: [
      row('Market Data', [
        sockets.now,
        files.sinceLast,
        files.inRange,
        files.perMinute,
        files.lately,
        sockets.overTime,
        postgresUp,
      ]),
      row('HTTP', [http.requestRate, http.errorRate, http.latency]),
      row('Pods and Volumes', [pods.memory, pods.podStatus, disks.usage, volumesOverTime]),
    ],
  });
