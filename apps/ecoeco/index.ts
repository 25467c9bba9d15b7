import {
  application,
  declaredSecret,
  group,
  kubernetes,
  ownRouting,
  postgresExporter,
  processMetrics,
  rabbitmqMetrics,
  redisExporter,
  scrape,
  secret,
  slack,
} from 'cheomseong';
import { monitoringNode } from '../platforms.js';
import { apiAlerts, infrastructureAlerts, workerAlerts } from './alerts.js';
import { apiDashboard } from './dashboard.js';
import { monitoring } from './instrumentation.js';
import { apiMetrics, gptMetrics, workerMetrics } from './metrics.js';
import {
  apiServices,
  here,
  postgresExporterName,
  rabbitmq,
  redisExporterName,
  workerServices,
} from './services.js';

/** What the exporter logs in to PostgreSQL with: a role of its own. */
const login = declaredSecret('ecoeco-db-monitoring', {
  ...here,
  keys: { username: 'a role with pg_monitor', password: 'the password of that role' },
});

/** Tells people what waste goes where: six APIs, two workers, RabbitMQ, PostgreSQL and Redis. */
export const ecoeco = application('ecoeco', {
  title: 'Ecoeco',
  language: ['ko', 'en'],
  namespace: 'monitoring',
  services: [...apiServices, ...workerServices, rabbitmq],
  scrapes: [
    scrape(apiServices, {
      name: 'api-services',
      port: 'metrics',
      interval: '30s',
      metrics: [apiMetrics, gptMetrics],
    }),
    scrape(workerServices, {
      name: 'worker-services',
      port: 'metrics',
      interval: '30s',
      metrics: [workerMetrics, gptMetrics, processMetrics],
    }),
    scrape(rabbitmq, {
      port: 'prometheus',
      path: '/metrics/per-object',
      interval: '30s',
      metrics: [rabbitmqMetrics],
    }),
  ],
  instrumentation: [monitoring],
  exporters: [
    postgresExporter(postgresExporterName, {
      ...here,
      sslMode: 'disable',
      database: 'postgresql:5432/ecoeco',
      user: login.key('username'),
      password: login.key('password'),
      placement: monitoringNode,
    }),
    redisExporter(redisExporterName, {
      ...here,
      address: 'redis:6379',
      password: secret('ecoeco-redis-monitoring', 'password'),
      placement: monitoringNode,
    }),
  ],
  platform: [kubernetes],
  groups: [
    group('api', { interval: '30s', component: 'api', packs: [apiAlerts] }),
    group('worker', { interval: '30s', component: 'worker', packs: [workerAlerts] }),
    group('infrastructure', { interval: '30s', packs: [infrastructureAlerts] }),
  ],
  dashboards: [apiDashboard],
  prompt: {
    fires: '5m',
    told: '1m',
    slower: {
      APIHighErrorRate:
        'Its document asks for errors over 5 minutes: an outage is told of in 7. Pods or a database that are gone are told of in 2.',
      APIRequestsCeased: { sooner: 'APIPodDown' },
      GPTAPIErrorRate:
        'The outage is of somebody else: it waits 5 minutes, in which calls mostly succeed again.',
      S3UploadFailure:
        'A first failure fires within 2 minutes; what it takes at the most is of one after many that succeeded.',
      RabbitMQDown: 'Between two answers of a broker that works lie up to 4 minutes, when it is busy.',
      PostgreSQLDiskFull: 'A disk fills in hours, and it fires with a tenth of it free.',
    },
  },
  routing: ownRouting({
    receivers: { slack: slack({ url: secret('ecoeco-slack', 'url'), channel: '#ecoeco-alerts' }) },
    route: {
      receiver: 'slack',
      groupWait: '30s',
      groupInterval: '5m',
      repeatInterval: '12h',
      routes: [{ matchers: { severity: 'critical' }, groupWait: '10s', repeatInterval: '4h' }],
    },
    // One outage is one message: requests fail, or cease, where the database or their pods are gone.
    inhibit: [
      {
        source: { alertname: 'PostgreSQLDown' },
        target: { alertname: ['APIHighErrorRate', 'APIHighLatency'] },
        equal: ['application'],
      },
      {
        source: { alertname: 'APIPodDown' },
        target: { alertname: 'APIRequestsCeased' },
        equal: ['application'],
      },
    ],
    unpaged: 'Slack is all that Ecoeco has: at night nobody is woken, whatever is critical.',
  }),
});
