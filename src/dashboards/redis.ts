import { type CacheAlerts, type CacheMetrics, cacheHitRatio, redisMemoryRatio } from '#alerts/redis.js';
import { type RedisMetrics, redisUp } from '#alerts/redis/servers.js';
import type { Alert } from '#alerts/rule/alert.js';
import type { Counter, Gauge } from '#promql/metric/metric.js';
import { ratio } from '#promql/unit/limit.js';
import { max } from '#promql/vector/aggregate.js';
import { positive } from '#promql/vector/compare.js';
import { rate, value } from '#promql/vector/select.js';
import { and } from '#promql/vector/set.js';
import { given } from './limits.js';
import { upOrDown } from './mapping.js';
import { gauge } from './panel/gauge.js';
import { stat } from './panel/stat.js';
import { table } from './panel/table.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

type Clients = Gauge<never, 'count'>;

/** The metrics of redis_exporter that tell how a server is used. */
export interface UseMetrics {
  readonly clients: Clients;
  readonly blockedClients: Clients;
  readonly commands: Counter<never, 'count'>;
  readonly keys: Gauge<'db', 'count'>;
  readonly expiringKeys: Gauge<'db', 'count'>;
}

const perDatabase = { by: ['db'] } as const;

/** A Redis that is used as a cache: whether it finds what is asked for, and whether it has room. */
export const cachePanels = (metrics: CacheMetrics, alerts: Partial<CacheAlerts>) => ({
  hitRatio: gauge('Cache Hit Ratio', {
    description: {
      ko: '조회한 키를 찾은 비율입니다. 서버가 켜진 뒤의 누계가 아니라 최근의 비율이며, 조회가 없으면 값도 없습니다.',
      en: 'The share of look-ups that found their key: of late, not since the server started. Without look-ups there is none.',
    },
    signal: cacheHitRatio(metrics, '$__rate_interval'),
    legend: 'hits',
    limits: given(alerts.redisCacheHitLow),
    noValue: '–',
    width: 12,
  }),
  memory: gauge('Memory Usage', {
    description: {
      ko: 'maxmemory 가운데 쓰고 있는 비율입니다. maxmemory가 없으면(0) 값도 없습니다.',
      en: 'The share of maxmemory in use. Without maxmemory (0) there is none.',
    },
    signal: redisMemoryRatio(metrics),
    legend: 'used',
    limits: given(alerts.redisMemoryHigh),
    noValue: '–',
    width: 12,
  }),
  hitRatioOverTime: timeseries('Cache Hit Ratio Over Time', {
    description: {
      ko: '조회한 키를 찾은 비율이 어떻게 변했는지입니다. 배포 직후에 떨어지면 키가 바뀐 것이고, 제거(eviction)가 늘며 떨어지면 메모리가 모자란 것입니다.',
      en: 'The share of look-ups that found their key, over time. Where it falls with a deployment, keys have changed; where it falls as keys are evicted, memory is short.',
    },
    signal: cacheHitRatio(metrics, '$__rate_interval'),
    legend: ({ instance }) => instance,
    limits: given(alerts.redisCacheHitLow),
    max: ratio(1),
  }),
  memoryOverTime: timeseries('Memory of maxmemory', {
    description: {
      ko: 'maxmemory 가운데 쓰고 있는 비율이 어떻게 변했는지입니다. maxmemory가 없으면(0) 선도 없습니다.',
      en: 'The share of maxmemory in use, over time. Without maxmemory (0) there is no line.',
    },
    signal: redisMemoryRatio(metrics),
    legend: ({ instance }) => instance,
    limits: given(alerts.redisMemoryHigh),
    max: ratio(1),
  }),
});

/** Metrics of redis_exporter of keys that go by themselves. */
export interface GoneMetrics {
  readonly evictedKeys: Counter<never, 'count'>;
  readonly expiredKeys: Counter<never, 'count'>;
}

/** Keys that a Redis took out: for want of memory, and because their time was over. */
export const evictionPanel = ({ evictedKeys, expiredKeys }: GoneMetrics) =>
  timeseries('Evictions', {
    description: {
      ko: '초당 제거된 키 수입니다. evicted는 maxmemory에 닿아 쫓겨난 키로, 계속되면 캐시가 작은 것이고 적중률이 함께 떨어집니다. expired는 TTL이 끝난 키로, 늘 있는 일입니다.',
      en: 'Keys taken out per second. Those evicted had to go because maxmemory was reached: where that goes on, the cache is too small, and finds less. Those expired were past their time to live, as is usual.',
    },
    queries: [
      query(max(rate(evictedKeys, '$__rate_interval')), 'evicted', { color: 'orange' }),
      query(max(rate(expiredKeys, '$__rate_interval')), 'expired', { dashed: true, color: 'grey' }),
    ],
    unit: 'ops',
  });

/** How much a Redis server has to do, and what it holds. Several exporters may tell of the one server: hence no sums. */
export const redisPanels = (metrics: UseMetrics) => {
  const keys = positive(max(value(metrics.keys), perDatabase));
  return {
    connections: timeseries('Connections', {
      description: {
        ko: '접속한 클라이언트 수와, 그중 블로킹 명령(BLPOP 등)에서 기다리는 수입니다.',
        en: 'Clients that are connected, and those of them that wait in a blocking command such as BLPOP.',
      },
      queries: [
        query(max(value(metrics.clients)), 'connected'),
        query(max(value(metrics.blockedClients)), 'blocked'),
      ],
    }),
    commandRate: timeseries('Command Throughput', {
      description: {
        ko: '초당 처리한 명령 수입니다.',
        en: 'Commands answered per second.',
      },
      signal: max(rate(metrics.commands, '$__rate_interval')),
      unit: 'ops',
      legend: 'commands',
    }),
    keyspace: table('Keyspace', {
      description: {
        ko: '데이터베이스마다 키의 수와 그중 TTL이 있는 키의 수입니다. 빈 데이터베이스는 나타나지 않습니다.',
        en: 'How many keys each database holds, and how many of them have a time to live. Empty databases are left out.',
      },
      numbers: { Keys: keys, Expiring: and(max(value(metrics.expiringKeys), perDatabase), keys) },
      columns: { db: 'Database' },
      greatestFirst: 'Keys',
      width: 24,
    }),
  };
};

/** Whether a Redis server answers. */
export const redisUpPanel = (
  metrics: RedisMetrics,
  { redisDown }: { readonly redisDown?: Alert<never, 'boolean'> },
) =>
  stat('Redis', {
    description: {
      ko: '익스포터가 Redis에 접속할 수 있는지입니다. 익스포터가 사라져도 DOWN입니다.',
      en: 'Whether the exporter can connect to Redis. Without the exporter it is DOWN too.',
    },
    signal: redisUp(metrics),
    limits: given(redisDown),
    values: upOrDown,
  });
