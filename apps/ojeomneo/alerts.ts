import { httpAlerts } from '../../alerts/http.js';
import { postgresConnectionAlerts } from '../../alerts/postgres.js';
import { cacheAlerts } from '../../alerts/redis.js';
import { override } from '../../alerts/rule/pack.js';
import type { Subject } from '../../alerts/subject.js';
import { deploymentAlerts } from '../../alerts/workload.js';
import { highMemoryUsage } from '../../alerts/workload/high-memory-usage.js';
import { narrowed } from '../../promql/metric/catalog.js';
import { percent, seconds } from '../../promql/unit/limit.js';
import { platform, postgres, redis, server } from './metrics.js';

export const subject: Subject = { ko: '오점너', en: 'Ojeomneo' };
/** Every container of the server and the admin: what runs beside them in a pod takes them along when it is killed. */
const pods = narrowed(platform, { pod: /ojeomneo-(server|admin)-.+/ });

export const alerts = override(
  {
    ...httpAlerts(subject, server, { errors: percent(5), latency: seconds(2) }),
    ...deploymentAlerts(subject, platform, { deployments: ['ojeomneo-server', 'ojeomneo-admin'] }),
    highMemory: highMemoryUsage(subject, pods, 'ojeomneo-server', percent(80)),
    ...postgresConnectionAlerts(subject, postgres, { used: percent(90) }),
    ...cacheAlerts(subject, redis, { hits: percent(70), memory: percent(80) }),
  },
  { highMemory: { name: 'HighMemory' }, connectionsExhausted: { name: 'DBConnectionExhausted' } },
);
