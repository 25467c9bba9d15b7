import {
  application,
  declaredSecret,
  djangoMetrics,
  group,
  kubernetes,
  postgresExporter,
  prometheusOperatorMetrics,
  redisExporter,
  scrape,
  service,
  sloGroups,
} from 'cheomseong';
import { alerts } from './alerts.js';
import { apiPerformance } from './dashboards/api.js';
import { business } from './dashboards/business.js';
import { cache } from './dashboards/cache.js';
import { database } from './dashboards/database.js';
import { overview } from './dashboards/overview.js';
import { reliability } from './dashboards/reliability.js';
import { adminMonitoring, monitoring } from './instrumentation.js';
import { here, name, postgresExporterName, serverMetrics } from './metrics.js';
import { logGroups } from './log-alerts.js';
import { logs, watchedLogs } from './logs.js';
import { prompt } from './prompt.js';
import { told } from './routing.js';
import { slos } from './slos.js';
import { tracesOf } from './tracing.js';

const server = service('ojeomneo-server', {
  namespaces: [here.namespace],
  labels: { 'app.kubernetes.io/name': 'server', 'app.kubernetes.io/instance': 'ojeomneo' },
  ports: { fiber: 3000 },
});
const admin = service('ojeomneo-admin', {
  namespaces: [here.namespace],
  labels: { 'app.kubernetes.io/name': 'admin' },
  ports: { gunicorn: 8000 },
});

/** The Secret that ojeomneo has for its database: the exporter logs in with the same role. */
const ofDatabase = declaredSecret('ojeomneo-db-credentials', {
  namespace: here.namespace,
  keys: { POSTGRES_USER: 'the role of the database', POSTGRES_PASSWORD: 'the password of that role' },
  madeBy: 'ojeomneo, with its database',
});
const ofCache = declaredSecret('ojeomneo-redis-credentials', {
  namespace: here.namespace,
  keys: { 'redis-password': 'the password of the cache' },
});

/** What to eat for lunch: a Go Fiber server, a Django admin, PostgreSQL and Redis. */
export const ojeomneo = application(name, {
  title: '오점너',
  language: ['ko', 'en'],
  ...here,
  services: [server, admin, watchedLogs.service],
  scrapes: [
    scrape(server, {
      port: 'fiber',
      path: '/ojeomneo/metrics',
      interval: '30s',
      timeout: '10s',
      metrics: [serverMetrics],
    }),
    scrape(admin, { port: 'gunicorn', interval: '30s', metrics: [djangoMetrics] }),
    watchedLogs.scrape,
  ],
  instrumentation: [monitoring, adminMonitoring],
  exporters: ({ namespace }) => [
    postgresExporter(postgresExporterName, {
      namespace,
      sslMode: 'disable',
      database: 'ojeomneo-database:5432/ojeomneo',
      user: ofDatabase.key('POSTGRES_USER'),
      password: ofDatabase.key('POSTGRES_PASSWORD'),
    }),
    redisExporter('ojeomneo-redis-exporter', {
      namespace,
      address: 'ojeomneo-redis-master:6379',
      password: ofCache.key('redis-password'),
    }),
  ],
  platform: [kubernetes, prometheusOperatorMetrics],
  groups: [group(name, { interval: '30s', packs: [alerts] }), ...sloGroups(Object.values(slos))],
  dashboards: [overview, apiPerformance, database, cache, business, reliability],
  prompt,
  routing: told,
  logs,
  logGroups,
  tracing: tracesOf,
});
