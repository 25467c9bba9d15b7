import {
  type About,
  activeConnectionPanels,
  adjusted,
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
  workPanels,
  workloadPanels,
  yes,
} from 'cheomseong';
import { alerts, containers, volumes } from './alerts.js';
import { observerMetrics, production } from './metrics.js';

/** The reader chooses between production and staging. */
const namespace = labelValues('namespace', observerMetrics.requests);
const observer = narrowed(observerMetrics, { namespace });
const platform = narrowed(kubernetes, { namespace });
/** Only that of production has an exporter. */
const postgres = narrowed(postgresExporterMetrics, production);

/** Whether it is one pod, or all of them. */
const pod = labelValues('pod', observer.requests, { multiple: true });
const http = httpPanels(narrowed(observerMetrics, { namespace, pod }), alerts);
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
  legend: 'PostgreSQL',
  unit: 'none',
  decimals: 0,
  max: yes,
  limits: [alerts.databaseDown],
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
    variables: [namespace, pod],
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
      row('HTTP', [
        adjusted(http.requestRate, { width: 8 }),
        adjusted(http.errorRate, { width: 8 }),
        adjusted(http.latency, { width: 8 }),
      ]),
      row('Pods', [
        pods.memoryShare,
        pods.restarts,
        adjusted(pods.memory, { width: 8 }),
        adjusted(pods.throttling, { width: 8 }),
        adjusted(pods.podStatus, { width: 8 }),
      ]),
      row('Volumes', [
        disks.usage,
        adjusted(disks.usageOverTime, { width: 10 }),
        adjusted(disks.untilFull, { width: 6 }),
      ]),
    ],
  });
