import { group } from '../../alerts/rule/group.js';
import { application } from '../../application/application.js';
import { nginxExporter } from '../../application/exporter/nginx.js';
import { nodeExporter } from '../../application/exporter/node.js';
import { postgresExporter } from '../../application/exporter/postgres.js';
import { redisExporter } from '../../application/exporter/redis.js';
import { scrape } from '../../application/scrape.js';
import { service } from '../../application/service.js';
import { slack } from '../../routing/receiver/slack.js';
import { routing } from '../../routing/routing.js';
import { secret } from '../../routing/secret.js';
import { runbookOf } from '../repository.js';
import { alerts, place } from './alerts.js';
import { fastapi as fastapiDashboard } from './dashboard.js';
import { fastapiMetrics } from './metrics.js';

const namespace = 'sogangcomputerclub';
const often = { namespace, interval: '15s' } as const;

const fastapi = service('fastapi', {
  namespaces: [namespace],
  labels: { app: 'fastapi' },
  ports: { http: 8000 },
});

/** sogangcomputerclub.org: FastAPI, PostgreSQL, Redis and nginx by Docker Compose on one host. */
export const sogangcomputerclub = application('sogangcomputerclub', {
  title: 'sogangcomputerclub.org',
  language: 'ko',
  place,
  namespace,
  services: [fastapi],
  scrapes: [scrape(fastapi, { port: 'http', interval: '5s', metrics: [fastapiMetrics] })],
  exporters: [
    redisExporter('redis-exporter', { ...often, job: 'redis', address: 'redis:6379' }),
    postgresExporter('postgres-exporter', {
      ...often,
      job: 'postgres',
      // Every server has it, and it tells of all databases.
      database: 'postgres:5432/postgres',
      user: secret('sogangcomputerclub-db-monitoring', 'username'),
      password: secret('sogangcomputerclub-db-monitoring', 'password'),
      sslMode: 'disable',
    }),
    nginxExporter('nginx-exporter', { ...often, job: 'nginx', status: 'http://nginx:8080/stub_status' }),
    nodeExporter('node-exporter', { ...often, job: 'node' }),
  ],
  groups: [group('sogangcomputerclub', { interval: '15s', packs: [alerts] })],
  dashboards: [fastapiDashboard],
  routing: routing({
    language: 'ko',
    receivers: {
      slack: slack({ url: secret('sogangcomputerclub-slack', 'url'), channel: '#sogangcomputerclub-alerts' }),
    },
    route: {
      receiver: 'slack',
      matchers: { application: 'sogangcomputerclub' },
      groupWait: '30s',
      groupInterval: '5m',
      repeatInterval: '12h',
    },
  }),
  runbook: runbookOf('sogangcomputerclub'),
});
