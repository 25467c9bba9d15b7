import {
  application,
  declaredSecret,
  group,
  nginxExporter,
  nodeExporter,
  ownRouting,
  postgresExporter,
  processMetrics,
  redisExporter,
  scrape,
  secret,
  service,
  slack,
} from 'cheomseong';
import { alerts, place } from './alerts.js';
import { fastapi as fastapiDashboard } from './dashboard.js';
import { monitoring } from './instrumentation.js';
import { fastapiMetrics, here } from './metrics.js';

const fastapi = service('fastapi', {
  namespaces: [here.namespace],
  labels: { app: 'fastapi' },
  ports: { http: 8000 },
});

/** What the exporter logs in to PostgreSQL with: a role of its own. */
const login = declaredSecret('sogangcomputerclub-db-monitoring', {
  namespace: here.namespace,
  keys: { username: 'a role with pg_monitor', password: 'the password of that role' },
});

/** sogangcomputerclub.org: FastAPI, PostgreSQL, Redis and nginx by Docker Compose on one host. */
export const sogangcomputerclub = application('sogangcomputerclub', {
  title: 'sogangcomputerclub.org',
  language: ['ko', 'en'],
  place,
  ...here,
  services: [fastapi],
  scrapes: [scrape(fastapi, { port: 'http', interval: '5s', metrics: [fastapiMetrics, processMetrics] })],
  instrumentation: [monitoring],
  exporters: ({ namespace }) => [
    redisExporter('redis-exporter', { namespace, interval: '15s', job: 'redis', address: 'redis:6379' }),
    postgresExporter('postgres-exporter', {
      namespace,
      interval: '15s',
      job: 'postgres',
      // Every server has it, and it tells of all databases.
      database: 'postgres:5432/postgres',
      user: login.key('username'),
      password: login.key('password'),
      sslMode: 'disable',
    }),
    nginxExporter('nginx-exporter', {
      namespace,
      interval: '15s',
      job: 'nginx',
      status: 'http://nginx:8080/stub_status',
    }),
    nodeExporter('node-exporter', { namespace, interval: '15s', job: 'node' }),
  ],
  groups: ({ application: name }) => [group(name, { interval: '15s', packs: [alerts] })],
  dashboards: [fastapiDashboard],
  prompt: {
    fires: '5m',
    told: '1m',
    slower: {
      HighErrorRate:
        'Its document asks for errors over 5 minutes: an outage is told of in 6. A server or a database that is gone is told of in less than 5.',
      DatabasePoolExhausted:
        'Its document asks for 5 minutes: a pool that is full for a moment empties by itself.',
      HostDiskSpaceLow: 'A disk fills in hours: it fires with a tenth of it free.',
    },
  },
  routing: ownRouting({
    receivers: {
      slack: slack({ url: secret('sogangcomputerclub-slack', 'url'), channel: '#sogangcomputerclub-alerts' }),
    },
    route: {
      receiver: 'slack',
      groupWait: '30s',
      groupInterval: '5m',
      repeatInterval: '12h',
    },
    // One outage is one message: requests fail, and the pool runs full, where the database does not answer.
    inhibit: [
      {
        source: { alertname: 'DatabaseDown' },
        target: { alertname: ['HighErrorRate', 'HighLatency', 'DatabasePoolExhausted'] },
        equal: ['application'],
      },
    ],
    unpaged: 'Slack is all that the club has: at night nobody is woken, whatever is critical.',
  }),
});
