import {
  type About,
  adjusted,
  cachePanels,
  dashboard,
  evictionPanel,
  query,
  redisPanels,
  redisUp,
  upPanel,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { redis } from '../metrics.js';

const { hitRatio, hitRatioOverTime, memory, memoryOverTime } = cachePanels(redis, alerts);
const { connections, commandRate, keyspace } = redisPanels(redis);

/** Dials beside the way there: a dial says what is now, and nothing of an hour ago. */
const filling = [hitRatio, hitRatioOverTime, memory, memoryOverTime].map((each) =>
  adjusted(each, { width: 6 }),
);

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
      evictionPanel(redis),
      connections,
      commandRate,
      adjusted(keyspace, { width: 12 }),
    ],
  });
