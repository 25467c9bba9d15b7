import { httpAlerts } from '../../alerts/http.js';
import { postgresConnectionAlerts } from '../../alerts/postgres.js';
import { cacheAlerts } from '../../alerts/redis.js';
import { override } from '../../alerts/rule/pack.js';
import type { Localized } from '../../ground/language.js';
import { deploymentAlerts, podMemoryAlerts } from '../../alerts/workload.js';
import { percent, seconds } from '../../promql/unit/limit.js';
import { deployments, platform, postgres, redis, server } from './metrics.js';

export const subject: Localized = { ko: '오점너', en: 'Ojeomneo' };

export const alerts = override(
  {
    ...httpAlerts(subject, server, { errors: percent(5), latency: seconds(2) }),
    ...deploymentAlerts(subject, platform, { deployments }),
    ...podMemoryAlerts(subject, platform, { deployments, memory: percent(80) }),
    ...postgresConnectionAlerts(subject, postgres, { used: percent(90) }),
    ...cacheAlerts(subject, redis, { hits: percent(70), memory: percent(80) }),
  },
  {
    highMemoryUsage: { name: 'HighMemory' },
    // Once the last connection is taken the exporter has none either, and the alert would resolve.
    connectionsExhausted: { name: 'DBConnectionExhausted', keepFiringFor: '10m' },
  },
);
