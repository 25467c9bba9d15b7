import {
  adjusted,
  connectionPanel,
  constant,
  databaseSizes,
  databaseUp,
  hostPanels,
  max,
  nginxPanels,
  nginxUp,
  poolInUse,
  poolPanels,
  query,
  redisPanels,
  redisUp,
  row,
  stat,
  timeseries,
  upPanel,
  value,
} from 'cheomseong';
import { alerts, pool } from '../alerts.js';
import { fastapi as own, nginx as proxied, node, postgres, redis as cached } from '../metrics.js';

const inUse = { inUse: own.connections };
const cache = redisPanels(cached);
const proxy = nginxPanels(proxied, alerts);
const machine = hostPanels(node, alerts);
const collapsed = { collapsed: true } as const;

export const backends = row('Backends', [
  upPanel('PostgreSQL, Redis and nginx', {
    description: {
      ko: '익스포터가 PostgreSQL과 Redis에 접속하고 nginx의 stub_status를 읽을 수 있는지입니다. 무엇이 먼저 멈췄는지 봅니다. 빈 곳은 익스포터가 답하지 않은 때입니다.',
      en: "Whether the exporters can connect to PostgreSQL and Redis, and read nginx's stub_status: which of them went first. Where a bar has a gap, its exporter did not answer.",
    },
    queries: [
      query(databaseUp(postgres), 'PostgreSQL'),
      query(redisUp(cached), 'Redis'),
      query(nginxUp(proxied), 'nginx'),
    ],
    limits: [alerts.databaseDown, alerts.redisDown, alerts.nginxDown],
    width: 24,
  }),
]);

export const databasePool = row('Database Pool', [
  poolPanels(inUse, pool, alerts).inUse,
  timeseries('Pool Connections', {
    description: {
      ko: '인스턴스마다 풀에서 나가 있는 데이터베이스 커넥션 수입니다. 점선은 풀의 크기이며, 닿으면 요청이 커넥션을 기다립니다.',
      en: 'Database connections that each instance has checked out of its pool. The dashed line is the size of the pool, at which requests wait for one.',
    },
    queries: [
      query(poolInUse(inUse), ({ instance }) => instance),
      query(constant(pool.size), 'pool', { dashed: true, color: 'grey' }),
    ],
  }),
]);

export const host = row(
  'Host',
  [machine.cpu, machine.memory, machine.disk].map((each) => adjusted(each, { width: 8 })),
);

export const postgresql = row('PostgreSQL', [connectionPanel(postgres), databaseSizes(postgres)], collapsed);

export const redis = row('Redis', [cache.connections, cache.commandRate], collapsed);

export const nginx = row('nginx', [proxy.requestRate, proxy.connections], collapsed);

export const memos = row(
  'Memos',
  [
    stat('Memos', {
      description: {
        ko: '데이터베이스에 있는 메모 수입니다. 워커마다 전체를 알려 주므로 합이 아니라 가장 큰 값입니다.',
        en: 'Memos in the database: not a sum but the greatest, since every worker tells of all of them.',
      },
      signal: max(value(own.memos)),
      legend: 'memos',
      unit: 'locale',
      decimals: 0,
      sparkline: true,
      width: 6,
      height: 6,
    }),
    timeseries('Memos over Time', {
      description: {
        ko: '데이터베이스에 있는 메모 수입니다. 갑자기 줄면 누가 지운 것이고, 늘지 않으면 저장되지 않는 것일 수 있습니다.',
        en: 'Memos in the database. Where they drop at once somebody deleted some; where they do not grow, they may not be stored.',
      },
      signal: max(value(own.memos)),
      unit: 'locale',
      legend: 'memos',
      width: 18,
      height: 6,
    }),
  ],
  collapsed,
);
