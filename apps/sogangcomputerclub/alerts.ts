import { hostDiskSpaceLow } from '#alerts/host/disk-space-low.js';
import { hostMemoryHigh } from '#alerts/host/memory-high.js';
import { httpAlerts } from '#alerts/http.js';
import { nginxDown } from '#alerts/nginx/nginx-down.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { redisDown } from '#alerts/redis/redis-down.js';
import { together } from '#alerts/rule/together.js';
import type { Subject } from '#alerts/text/subject.js';
import { serviceDown } from '#alerts/targets/service-down.js';
import { targetDown } from '#alerts/targets/target-down.js';
import { count, percent, seconds } from '#promql/unit/limit.js';
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

export const alerts = together(
  {
    serviceDown: serviceDown(subject, scrapes, { jobs: own }),
    targetDown: targetDown(subject, scrapes, { jobs: exporters }),
  },
  httpAlerts(subject, fastapi, { errors: percent(5), latency: seconds(2) }),
  {
    databaseDown: databaseDown(subject, postgres),
    redisDown: redisDown(subject, redis),
    nginxDown: nginxDown(subject, nginx),
    databasePoolExhausted: databasePoolExhausted(subject, { inUse: fastapi.connections }, pool),
    hostDiskSpaceLow: hostDiskSpaceLow(subject, node, { left: percent(10) }),
    hostMemoryHigh: hostMemoryHigh(subject, node, { used: percent(90) }),
  },
);
