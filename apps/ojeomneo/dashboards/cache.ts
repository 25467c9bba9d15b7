import { type About, cachePanels, dashboard, redisPanels } from 'cheomseong';
import { alerts } from '../alerts.js';
import { redis } from '../metrics.js';

const { hitRatio, memory } = cachePanels(redis, alerts);
const { connections, commandRate, keyspace } = redisPanels(redis);

export const cache = (about: About) =>
  dashboard('Cache', {
    ...about,
    description: {
      ko: 'Redis가 찾는 것을 돌려주는지, 자리가 남았는지 보여 줍니다.',
      en: 'Whether Redis finds what it is asked for, and whether it has room.',
    },
    timezone: 'Asia/Seoul',
    panels: [hitRatio, memory, connections, commandRate, keyspace],
  });
