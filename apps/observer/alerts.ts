import {
  called,
  databaseDown,
  hours,
  httpAlerts,
  kubernetes,
  narrowed,
  noActiveConnections,
  nothingDone,
  override,
  percent,
  postgresExporterMetrics,
  prefixed,
  scrapeMetrics,
  seconds,
  together,
  volumeAlmostFull,
  workdays,
  workloadAlerts,
} from 'cheomseong';
import { observerMetrics, production } from './metrics.js';

/** Alerts are for production; staging is drawn, and pages nobody. */
const observer = {
  ...narrowed(observerMetrics, production),
  exported: narrowed(scrapeMetrics, { ...production, service: 'observer' }),
};
const platform = narrowed(kubernetes, production);
const postgres = narrowed(postgresExporterMetrics, production);
const name = called('Observer');

/** When the broker's market data comes in. */
const during = hours({ days: workdays, from: '09:00', to: '15:30', timeZone: 'Asia/Seoul' });
const files = {
  what: { ko: 'JSONL 파일 저장', en: 'JSONL files written' },
  during,
  impact: {
    ko: '이 시간의 데이터가 쌓이지 않습니다. 나중에 다시 받을 수 없는 데이터라면 영영 잃습니다.',
    en: 'The data of this time is not collected. What cannot be fetched later is lost.',
  },
};
const broker = {
  what: { ko: '증권사 WebSocket 연결', en: 'WebSocket connections to the broker' },
  during,
  impact: {
    ko: '실시간 데이터가 들어오지 않습니다. 곧 처리할 것이 없어집니다.',
    en: 'No live data comes in, and soon there is nothing left to work on.',
  },
};

export const containers = ['observer'] as const;
export const volumes = ['observer-data-pvc', 'observer-logs-pvc', 'observer-db-pvc'] as const;

export const alerts = override(
  prefixed(
    'Observer',
    together(
      workloadAlerts(name, platform, { containers, memory: percent(90) }),
      httpAlerts(name, observer, { errors: percent(5), latency: seconds(5) }),
      {
        nothingDone: nothingDone(name, { done: observer.filesWritten, up: platform.up }, files),
        volumeAlmostFull: volumeAlmostFull(name, platform, { volumes, used: percent(85) }),
        databaseDown: databaseDown(name, postgres),
        noActiveConnections: noActiveConnections(name, observer, broker),
      },
    ),
  ),
  { nothingDone: { name: 'ObserverNoDataWritten' }, volumeAlmostFull: { name: 'ObserverPVCAlmostFull' } },
);
