import { celeryAlerts } from '#alerts/celery.js';
import { celeryQueueAlerts } from '#alerts/celery-queues.js';
import { tooManySessions } from '#alerts/concurrency/too-many-sessions.js';
import { hostCpuHigh } from '#alerts/host/cpu-high.js';
import { httpAlerts } from '#alerts/http.js';
import { nginxDown } from '#alerts/nginx/nginx-down.js';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { tooManyConnections } from '#alerts/postgres/too-many-connections.js';
import { cacheAlerts } from '#alerts/redis.js';
import { redisDown } from '#alerts/redis/redis-down.js';
import { called } from '#alerts/text/subject.js';
import { volumeAlmostFull } from '#alerts/volumes/volume-almost-full.js';
import { webVitalAlerts } from '#alerts/web.js';
import { workloadAlerts } from '#alerts/workload.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { celeryExporterMetrics } from '#metrics/celery-exporter.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { postgresExporterMetrics, postgresExporterSince } from '#metrics/postgres-exporter.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { narrowed } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { count, percent, seconds } from '#promql/unit/limit.js';

const shop = called('Shop');
const here = { namespace: 'shop' };
const vital = (name: string) =>
  histogram(`shop_${name}_seconds`, { help: 'A vital', labels: ['page'], buckets: [1, 2, 4, 8] });

/** What panels that take alerts are drawn of. */
export const metrics = {
  http: {
    requests: counter('shop_requests_total', { help: 'Requests', labels: ['path', 'code'] }),
    duration: histogram('shop_request_duration_seconds', { help: 'Time', buckets: [0.1, 1, 5, 10] }),
    status: 'code',
  },
  redis: redisExporterMetrics,
  postgres: { ...postgresExporterMetrics, ...postgresExporterSince['0.17'] },
  nginx: nginxExporterMetrics,
  host: nodeExporterMetrics,
  celery: { ...celeryExporterMetrics, task: 'name' },
  workload: narrowed({ ...kubeStateMetrics, ...cadvisorMetrics }, here),
  volumes: narrowed(kubeletMetrics, here),
  pool: { inUse: gauge('shop_db_connections', { help: 'Connections checked out' }) },
  web: {
    firstContentfulPaint: vital('paint'),
    timeToInteractive: vital('reaction'),
    sessions: gauge('shop_sessions', { help: 'Sessions' }),
    pageViews: counter('shop_views_total', { help: 'Views' }),
  },
} as const;

export const facts = {
  pool: { size: count(30), used: percent(90) },
  volumes: { volumes: ['shop-data'] },
  workload: { containers: ['shop'] },
} as const;

/** The packs that those panels draw the limits of. */
export const packs = {
  http: httpAlerts(shop, metrics.http, { errors: percent(5), latency: seconds(5) }),
  cache: cacheAlerts(shop, metrics.redis, { hits: percent(70), memory: percent(80) }),
  redis: { redisDown: redisDown(shop, metrics.redis) },
  postgres: { databaseDown: databaseDown(shop, metrics.postgres) },
  sessions: { tooManyConnections: tooManyConnections(shop, metrics.postgres, { most: count(100) }) },
  nginx: { nginxDown: nginxDown(shop, metrics.nginx) },
  host: { hostCpuHigh: hostCpuHigh(shop, metrics.host, { busy: percent(70) }) },
  celery: celeryAlerts(shop, metrics.celery, { failures: percent(10), duration: seconds(5) }),
  queues: celeryQueueAlerts(shop, metrics.celery, { queues: ['wash'], waiting: count(500) }),
  workload: workloadAlerts(shop, metrics.workload, { ...facts.workload, memory: percent(90) }),
  volumes: {
    volumeAlmostFull: volumeAlmostFull(shop, metrics.volumes, { ...facts.volumes, used: percent(85) }),
  },
  pool: { databasePoolExhausted: databasePoolExhausted(shop, metrics.pool, facts.pool) },
  vitals: webVitalAlerts(shop, metrics.web, { fcp: seconds(2), tti: seconds(4) }),
  visits: { tooManySessions: tooManySessions(shop, metrics.web, { most: count(1000) }) },
};
