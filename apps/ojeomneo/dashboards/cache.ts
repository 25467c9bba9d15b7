import {
  type About,
  adjusted,
  cacheHitRatio,
  cachePanels,
  dashboard,
  query,
  redisMemoryRatio,
  redisPanels,
  redisUp,
  timeseries,
  upPanel,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { redis } from '../metrics.js';

const { hitRatio, memory } = cachePanels(redis, alerts);
const { connections, commandRate, keyspace } = redisPanels(redis);
const server = (labels: Readonly<Record<'instance', string>>): string => labels.instance;

/** The dials beside the way there: a dial says what is now, and nothing of an hour ago. */
const filling = [
  adjusted(hitRatio, { width: 6 }),
  timeseries('Cache Hit Ratio over Time', {
    description: {
      ko: '조회한 키를 찾은 비율입니다. 배포나 재시작 뒤에는 캐시가 비어 낮아졌다가 다시 오르고, 조회가 없으면 선도 없습니다.',
      en: 'The share of look-ups that found their key. After a deployment or a restart the cache is empty, and it is low until it has filled. Without look-ups there is no line.',
    },
    signal: cacheHitRatio(redis, '$__rate_interval'),
    legend: server,
    limits: [alerts.redisCacheHitLow],
    width: 6,
  }),
  adjusted(memory, { width: 6 }),
  timeseries('Memory Usage over Time', {
    description: {
      ko: 'maxmemory 가운데 쓰고 있는 비율입니다. 100%에 닿으면 키를 밀어내거나 쓰기를 거절합니다. maxmemory가 없으면(0) 선도 없습니다.',
      en: 'The share of maxmemory in use. At 100% keys are evicted, or writes refused. Without maxmemory (0) there is no line.',
    },
    signal: redisMemoryRatio(redis),
    legend: server,
    limits: [alerts.redisMemoryHigh],
    width: 6,
  }),
] as const;

export const cache = (about: About) =>
  dashboard('Cache', {
    ...about,
    description: {
      ko: 'Redis가 찾는 것을 돌려주는지, 자리가 남았는지 보여 줍니다.',
      en: 'Whether Redis finds what it is asked for, and whether it has room.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      upPanel('Redis', {
        description: {
          ko: '익스포터가 Redis에 접속할 수 있는지입니다. 빈 곳은 익스포터가 답하지 않은 때입니다.',
          en: 'Whether the exporter can connect to Redis. Where the bar has a gap, the exporter did not answer.',
        },
        queries: [query(redisUp(redis), 'Redis')],
        width: 24,
      }),
      ...filling,
      connections,
      commandRate,
      adjusted(keyspace, { height: 5 }),
    ],
  });
