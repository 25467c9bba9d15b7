import {
  type About,
  connectionPanel,
  dashboard,
  databaseSizes,
  gaugePanel,
  histogramQuantile,
  hostPanels,
  increase,
  latencyP95,
  max,
  nginxPanels,
  perSecond,
  piechart,
  poolPanels,
  postgresPanels,
  query,
  redisPanels,
  redisUpPanel,
  requestRate,
  row,
  stat,
  sum,
  targetsUp,
  timeseries,
  upOrDown,
  value,
} from 'cheomseong';
import { alerts, jobs, pool } from './alerts.js';
import { fastapi as own, nginx, node, postgres, redis, scrapes } from './metrics.js';

const window = '$__rate_interval';
const { memos } = own;

const requests = [
  timeseries('Request Rate', {
    description: {
      ko: '메서드마다 초당 처리한 요청 수입니다. 갑자기 줄면 요청이 도달하지 못하는 것일 수 있습니다.',
      en: 'Requests answered per second, by method. A sudden drop may mean that requests do not arrive.',
    },
    signal: requestRate({ ...own, by: ['method'] }, window),
    unit: 'reqps',
  }),
  timeseries('Request Duration', {
    description: {
      ko: '요청 100건 중 95건(p95)과 절반(p50)이 이 시간 안에 끝났습니다. p95만 오르면 일부 엔드포인트가, 둘 다 오르면 전체가 느린 것입니다. 히스토그램의 두 경계 사이에서는 어림한 값이고, 선은 알림이 p95를 세는 경계입니다.',
      en: '95 of 100 requests (p95) and half of them (p50) took no longer than this. Where only p95 rises some endpoints are slow; where both do, all are. Between two edges of the buckets it is an estimate; the line is the edge that the alert counts p95 by.',
    },
    queries: [
      query(latencyP95(own, window), 'p95'),
      query(histogramQuantile(0.5, own.duration, window), 'p50'),
    ],
    limits: [alerts.highLatency],
  }),
  gaugePanel('Total Requests per Second', {
    description: {
      ko: '지금 초당 처리하는 전체 요청 수입니다. 눈금의 끝은 초당 100건입니다.',
      en: 'All requests answered per second now. The dial ends at 100 a second.',
    },
    signal: requestRate(own, window),
    unit: 'reqps',
    max: perSecond(100),
    noValue: '–',
  }),
  piechart('Response Status Codes', {
    description: {
      ko: '화면에 표시된 기간의 응답을 상태 코드로 나눈 비율입니다. 4xx는 클라이언트, 5xx는 서버의 오류입니다.',
      en: 'Responses of the shown range by their status: 4xx are errors of clients, 5xx of the server.',
    },
    signal: sum(increase(own.requests, '$__range'), { by: ['status_code'] }),
    alerts: [alerts.highErrorRate],
  }),
  timeseries('Requests by Endpoint', {
    description: {
      ko: '엔드포인트마다 초당 처리한 요청 수입니다.',
      en: 'Requests answered per second, by endpoint.',
    },
    signal: requestRate({ ...own, by: ['endpoint'] }, window),
    unit: 'reqps',
    width: 8,
  }),
];

const stored = stat('Memos', {
  description: {
    ko: '데이터베이스에 있는 메모 수입니다. 워커마다 전체를 알려 주므로 합이 아니라 가장 큰 값입니다.',
    en: 'Memos in the database: not a sum but the greatest, since every worker tells of all of them.',
  },
  signal: max(value(memos)),
  legend: 'memos',
  decimals: 0,
  sparkline: true,
  width: 24,
  height: 4,
});

const targets = stat('Targets', {
  description: {
    ko: 'Prometheus가 작업마다 모든 타깃에서 지표를 가져오는지입니다. DOWN이면 그 지표를 보는 알림도 발생하지 못합니다.',
    en: 'Whether Prometheus can scrape all targets of each job. Where it is DOWN, alerts on these metrics cannot fire either.',
  },
  signal: targetsUp(scrapes, jobs),
  alerts: [alerts.serviceDown, alerts.targetDown],
  values: upOrDown,
  width: 12,
});

const servers = redisPanels(redis);
const proxy = nginxPanels(nginx, alerts);
const machine = hostPanels(node, alerts);

export const fastapi = (about: About) =>
  dashboard('FastAPI Application Metrics', {
    ...about,
    uid: 'sogangcomputerclub-fastapi',
    description: {
      ko: '요청에 제때 바르게 답하는지, 그 뒤의 데이터베이스 풀, Redis, PostgreSQL, nginx, 호스트가 괜찮은지 한눈에 봅니다.',
      en: 'Whether requests are answered rightly and in time, and how the database pool, Redis, PostgreSQL, nginx and the host behind them are doing.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      ...requests,
      row('Memos', [stored]),
      row('Database Pool', [poolPanels({ inUse: own.connections }, pool, alerts).inUse]),
      row('Redis', [redisUpPanel(redis, alerts), servers.connections, servers.commandRate]),
      row('PostgreSQL', [
        postgresPanels(postgres, alerts).up,
        connectionPanel(postgres),
        databaseSizes(postgres),
      ]),
      row('nginx', [proxy.up, proxy.requestRate, proxy.connections]),
      row('Host', [machine.cpu, machine.memory, machine.disk, targets]),
    ],
  });
