import {
  droppedRecords,
  droppedSpans,
  evictedTraces,
  query,
  queueFilling,
  refusedSpans,
  rejectedResources,
  row,
  sentRecords,
  timeseries,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { agentMetrics } from '../logs.js';
import { collectors, operator } from '../metrics.js';

const pod = (labels: Readonly<Record<'pod', string>>): string => labels.pod;

/** Whether what tells of everything else arrives: logs, traces, and what monitors. */
export const telemetry = row(
  'Logs, Traces and Monitoring',
  [
    timeseries('Lost Spans, Traces and Lines', {
      description: {
        ko: '수집기가 돌려보낸 스팬(10분), 보내지 못해 버린 스팬, 결정하기 전에 밀려난 트레이스, Fluent Bit이 버린 로그(각 15분)의 수입니다. 늘 0이고, 하나라도 잃으면 알립니다.',
        en: 'Spans that collectors gave back (in 10 minutes), spans that were given up, traces that were pushed out before they were decided on, and lines that Fluent Bit dropped (in 15 minutes each). Always 0 in health; of a single one somebody is told.',
      },
      queries: [
        query(refusedSpans(collectors, '10m'), (labels) => `${pod(labels)} refused spans`),
        query(droppedSpans(collectors, '15m'), ({ exporter }) => `${exporter} dropped spans`),
        query(evictedTraces(collectors, '15m'), 'evicted traces'),
        query(droppedRecords(agentMetrics, '15m'), 'dropped lines'),
      ],
      limits: [alerts.spansRefused, alerts.spansDropped, alerts.tracesEvicted, alerts.logsDropped],
    }),
    timeseries('Collector Queues', {
      description: {
        ko: '수집기에서 보내기를 기다리는 큐가 찬 비율입니다. 다 차면 스팬을 버립니다.',
        en: 'How full the queues of collectors are, in which spans wait to be sent. Once one is full, spans are dropped.',
      },
      signal: queueFilling(collectors),
      legend: (labels) => `${pod(labels)} ${labels.exporter}`,
      limits: [alerts.collectorQueueFilling],
    }),
    timeseries('Log Lines Sent', {
      description: {
        ko: '에이전트마다 최근 10분 동안 Loki가 받아들인 로그 수입니다. 읽는 로그가 있는데 0이면 로그가 도착하지 않습니다.',
        en: 'Lines of each agent that Loki took in the last 10 minutes. At 0, while lines are read, no logs arrive.',
      },
      signal: sentRecords(agentMetrics, '10m'),
      legend: pod,
      unit: 'locale',
      decimals: 0,
      limits: [alerts.logsNotSent],
    }),
    timeseries('Rejected Monitoring Resources', {
      description: {
        ko: 'prometheus-operator가 잘못되었다고 보고 빼놓은 리소스의 종류별 수입니다. 빠진 것의 수집이나 알림은 없는 것과 같습니다.',
        en: 'Objects of each kind that prometheus-operator leaves out because something is wrong with them. What they scrape or tell is as if it were not there.',
      },
      signal: rejectedResources(operator),
      legend: ({ resource }) => resource,
      limits: [alerts.resourcesRejected],
    }),
  ],
  { collapsed: true },
);
