import { hostDiskAlerts, hostMemoryAlerts } from '../../alerts/host.js';
import { httpAlerts } from '../../alerts/http.js';
import { nginxAlerts } from '../../alerts/nginx.js';
import { dockerCompose } from '../../alerts/place/compose.js';
import { poolAlerts } from '../../alerts/pool.js';
import { postgresAlerts } from '../../alerts/postgres.js';
import { redisAlerts } from '../../alerts/redis.js';
import type { Subject } from '../../alerts/text/subject.js';
import { serviceAlerts, targetAlerts } from '../../alerts/targets.js';
import { count, percent, seconds } from '../../promql/unit/limit.js';
import { fastapi, nginx, node, postgres, redis, scrapes } from './metrics.js';

/** One host with Docker Compose. */
export const place = dockerCompose('sogangcomputerclub');
const subject: Subject = {
  ko: '서강대 컴퓨터 동아리',
  en: 'Sogang Computer Club',
  place,
};

/** SQLAlchemy's pool of 10 with an overflow of 20. */
export const pool = { size: count(30), used: percent(90) };

/** The application itself, and what tells of the rest. */
const own = ['fastapi'] as const;
const exporters = ['postgres', 'redis', 'nginx', 'node'] as const;
export const jobs = [...own, ...exporters] as const;

export const alerts = {
  ...serviceAlerts(subject, scrapes, { jobs: own }),
  ...targetAlerts(subject, scrapes, { jobs: exporters }),
  ...httpAlerts(subject, fastapi, { errors: percent(5), latency: seconds(2) }),
  ...postgresAlerts(subject, postgres),
  ...redisAlerts(subject, redis),
  ...nginxAlerts(subject, nginx),
  ...poolAlerts(subject, { inUse: fastapi.connections }, pool),
  ...hostDiskAlerts(subject, node, { left: percent(10) }),
  ...hostMemoryAlerts(subject, node, { used: percent(90) }),
};
