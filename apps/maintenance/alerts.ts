import { inFlightAlerts, sessionAlerts } from '../../alerts/concurrency.js';
import { elasticsearchAlerts, logAlerts } from '../../alerts/elasticsearch.js';
import { hostCpuAlerts, hostIoAlerts } from '../../alerts/host.js';
import { httpAlerts } from '../../alerts/http.js';
import { dockerCompose } from '../../alerts/place/compose.js';
import {
  postgresAlerts,
  postgresConnectionAlerts,
  postgresConnectionCountAlerts,
} from '../../alerts/postgres.js';
import { override } from '../../alerts/rule/pack.js';
import type { Subject } from '../../alerts/text/subject.js';
import { serviceAlerts, targetAlerts } from '../../alerts/targets.js';
import { webVitalAlerts } from '../../alerts/web.js';
import { indicesOf } from '../../application/agent/filebeat/indices.js';
import { count, percent, perSecond, seconds } from '../../promql/unit/limit.js';
import { logs } from './logs.js';
import { api, elasticsearch, node, postgres, scrapes, web } from './metrics.js';

/** One host with Docker Compose. */
export const place = dockerCompose('maintenance');
const whole: Subject = { ko: '유지보수 시스템', en: 'Maintenance', place };
const server: Subject = { ko: '유지보수 API 서버', en: 'Maintenance API', place };
const website: Subject = { ko: '유지보수', en: 'Maintenance', place };

/** An exporter without a superuser's connection tells of nothing once the last is taken. */
const connections = override(postgresConnectionAlerts(whole, postgres, { used: percent(90) }), {
  connectionsExhausted: { keepFiringFor: '10m' },
});

/**
 * Alerts from the owners' own targets. They want to know of database queries whose P95 is over 100 ms where that is measured: it
 * is not, since pg_stat_statements knows totals only, and the API server exports no histogram of its queries.
 */
export const alerts = {
  ...httpAlerts(server, api, { errors: percent(1), latency: seconds(0.2) }),
  ...inFlightAlerts(server, api, { most: count(1000) }),
  ...webVitalAlerts(website, web, { fcp: seconds(1.8), tti: seconds(3.8) }),
  ...sessionAlerts(website, web, { most: count(1000) }),
  // 100 is all that PostgreSQL accepts unless it is told otherwise: a share of what it accepts is told of too.
  ...postgresConnectionCountAlerts(whole, postgres, { most: count(100) }),
  ...connections,
  ...hostCpuAlerts(whole, node, { busy: percent(70) }),
  ...hostIoAlerts(whole, node, { operations: perSecond(1000) }),
  ...elasticsearchAlerts(whole, elasticsearch),
  ...logAlerts(whole, elasticsearch, { logs: indicesOf(logs) }),
  // Without these the others are blind, and look as if all were well.
  ...serviceAlerts(whole, scrapes, { jobs: ['api', 'website'] }),
  ...targetAlerts(whole, scrapes, { jobs: ['postgres', 'node', 'elasticsearch'] }),
  ...postgresAlerts(whole, postgres),
};
