import {
  type About,
  connectionCount,
  dashboard,
  httpPanels,
  increase,
  kubernetes,
  labelValues,
  narrowed,
  stat,
  sum,
  volumePanels,
  workloadPanels,
} from 'cheomseong';
import { alerts, containers, volumes } from './alerts.js';
import { observerMetrics } from './metrics.js';

/** The reader chooses between production and staging. */
const namespace = labelValues('namespace', observerMetrics.requests);
const observer = narrowed(observerMetrics, { namespace });
const platform = narrowed(kubernetes, { namespace });

const http = httpPanels(observer, alerts);
const disks = volumePanels(platform, { volumes }, alerts);
const pods = workloadPanels(platform, { containers }, alerts);

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
      http.requestRate,
      http.errorRate,
      disks.usage,
      stat('Active WebSocket Connections', {
        description: {
          ko: '증권사와 맺은 WebSocket 연결 수입니다. 장중(평일 09:00–15:30 KST)에 0이면 시세를 받지 못합니다.',
          en: 'WebSocket connections to the broker. 0 between 09:00 and 15:30 KST on weekdays means that no market data comes in.',
        },
        signal: connectionCount(observer),
        limits: [alerts.noActiveConnections],
        sparkline: true,
      }),
      pods.memory,
      http.latency,
      stat('JSONL Files Written', {
        description: {
          ko: '화면에 표시된 기간 동안 저장한 JSONL 파일 수를 트랙별로 보여 줍니다.',
          en: 'JSONL files written in the shown range, by track.',
        },
        signal: sum(increase(observer.filesWritten, '$__range'), { by: ['track'] }),
        legend: ({ track }) => track,
        decimals: 0,
        alerts: [alerts.nothingDone],
      }),
      pods.podStatus,
    ],
  });
