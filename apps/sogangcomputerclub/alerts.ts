import {
  count,
  databaseDown,
  databasePoolExhausted,
  dockerCompose,
  hostDiskSpaceLow,
  hostMemoryHigh,
  httpAlerts,
  nginxDown,
  percent,
  redisDown,
  seconds,
  serviceDown,
  type Subject,
  targetDown,
  together,
} from 'cheomseong';
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

/** The application itself, and those who tell of the rest. */
export const own = ['fastapi'] as const;
export const exporters = ['postgres', 'redis', 'nginx', 'node'] as const;

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
