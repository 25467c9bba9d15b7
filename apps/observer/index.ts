import {
  application,
  declaredSecret,
  group,
  kubernetes,
  ownRouting,
  postgresExporter,
  scrape,
  secret,
  service,
  slack,
} from 'cheomseong';
import { alerts } from './alerts.js';
import { productionDashboard } from './dashboard.js';
import { monitoring } from './instrumentation.js';
import { observerMetrics, production } from './metrics.js';

const web = service('observer', {
  namespaces: [production.namespace, 'observer-staging'],
  labels: { app: 'observer' },
  ports: { http: 8000 },
});

/** What the exporter logs in to PostgreSQL with: a role of its own. */
const login = declaredSecret('observer-db-monitoring', {
  namespace: production.namespace,
  keys: { username: 'a role with pg_monitor', password: 'the password of that role' },
});

/** Collects market data from a broker's WebSocket and appends it to JSONL files, in collecting hours. */
export const observer = application('observer', {
  title: 'Observer',
  language: ['ko', 'en'],
  ...production,
  services: [web],
  scrapes: [
    scrape(web, {
      port: 'http',
      interval: '30s',
      timeout: '10s',
      metrics: [observerMetrics],
    }),
  ],
  instrumentation: [monitoring],
  exporters: ({ namespace }) => [
    postgresExporter('observer-postgres-exporter', {
      namespace,
      database: 'observer-db:5432/observer',
      user: login.key('username'),
      password: login.key('password'),
      sslMode: 'disable',
    }),
  ],
  platform: [kubernetes],
  groups: ({ application: name }) => [group(name, { interval: '30s', packs: [alerts] })],
  dashboards: [productionDashboard],
  prompt: {
    fires: '5m',
    told: '1m',
    slower: {
      ObserverHighErrorRate:
        'Its document asks for errors over 5% for 5 minutes: an outage is told of in 7. A database that is gone, which most are, is told of in 3.',
    },
  },
  routing: ownRouting({
    receivers: { slack: slack({ url: secret('observer-slack', 'url'), channel: '#observer-alerts' }) },
    route: {
      receiver: 'slack',
      groupWait: '10s',
      groupInterval: '10s',
      repeatInterval: '12h',
    },
    // One outage is one message: requests fail where the database does not answer.
    inhibit: [
      {
        source: { alertname: 'ObserverDatabaseDown' },
        target: { alertname: ['ObserverHighErrorRate', 'ObserverHighLatency'] },
        equal: ['application'],
      },
    ],
    unpaged: 'Slack is all that Observer has: at night nobody is woken, whatever is critical.',
    resolveTimeout: '5m',
  }),
});
