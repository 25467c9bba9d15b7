import {
  type About,
  connectionSharePanel,
  dashboard,
  databaseUp,
  gaugePanel,
  greatestShown,
  histogramQuantile,
  increase,
  lockWaits,
  positive,
  query,
  sum,
  table,
  tableSizes,
  timeseries,
  upPanel,
  value,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { postgres, server } from '../metrics.js';

const took = (quantile: number) => histogramQuantile(quantile, server.queryDuration, '$__rate_interval');
const [atWork, idle, most] = [
  sum(value(server.poolInUse)),
  sum(value(server.poolIdle)),
  sum(value(server.poolSize)),
] as const;

/** Whether there is a database, and whether one gets a connection to it. */
const connecting = [
  upPanel('PostgreSQL', {
    description: {
      ko: '익스포터가 PostgreSQL에 접속할 수 있는지입니다. 빈 곳은 익스포터가 답하지 않은 때입니다.',
      en: 'Whether the exporter can connect to PostgreSQL. Where the bar has a gap, the exporter did not answer.',
    },
    queries: [query(databaseUp(postgres), 'PostgreSQL')],
    limits: [alerts.databaseDown],
    width: 24,
  }),
  connectionSharePanel(postgres, alerts),
  timeseries('Pool Connections', {
    description: {
      ko: '서버의 연결 풀에서 일하는 연결과 쉬는 연결입니다. 점선은 풀이 열 수 있는 최대이며, active가 점선에 붙어 있으면 요청이 연결을 기다립니다.',
      en: 'Connections of the pool of the server at work and idle. The dashed line is the most that the pool may open; where active stays at it, requests wait for a connection.',
    },
    queries: [
      query(atWork, 'active'),
      query(idle, 'idle'),
      query(most, 'max', { dashed: true, color: 'grey' }),
    ],
    stacked: true,
  }),
] as const;

export const database = (about: About) =>
  dashboard('Database', {
    ...about,
    description: {
      ko: '데이터베이스가 느린지, 연결이 모자라는지, 무엇이 디스크를 차지하는지 보여 줍니다.',
      en: 'Whether the database is slow or short of connections, and what takes its disk.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      ...connecting,
      timeseries('Query Performance', {
        description: {
          ko: '쿼리 시간의 분포입니다. 100건 중 50건, 95건, 99건이 이 시간 안에 끝났습니다.',
          en: 'How query times are spread: 50, 95 and 99 of 100 queries took no longer than this.',
        },
        queries: [query(took(0.5), 'P50'), query(took(0.95), 'P95'), query(took(0.99), 'P99')],
      }),
      lockWaits(postgres),
      table('Slow Queries', {
        description: {
          ko: '화면에 표시된 기간에 1초를 넘긴 쿼리 수를 작업과 테이블로 나누어 보여 줍니다.',
          en: 'Queries of the shown range that took over a second, by operation and table.',
        },
        numbers: {
          Queries: positive(sum(increase(server.slowQueries, '$__range'), { by: ['operation', 'table'] })),
        },
        decimals: 0,
        columns: { operation: 'Operation', table: 'Table' },
        greatestFirst: 'Queries',
        width: 9,
      }),
      gaugePanel('Connection Pool', {
        description: {
          ko: '서버의 연결 풀에서 지금 일하는 연결과 쉬는 연결이며, 다이얼의 끝은 풀이 열 수 있는 최대입니다.',
          en: 'Connections of the pool of the server at work and idle now; the dial ends at the most that the pool may open.',
        },
        queries: [query(atWork, 'active'), query(idle, 'idle'), query(most, 'max')],
        max: greatestShown,
        width: 6,
      }),
      tableSizes(postgres),
    ],
  });
