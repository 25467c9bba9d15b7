import {
  application,
  declaredSecret,
  elasticsearchExporter,
  group,
  lighthouseMetrics,
  nodeExporter,
  postgresExporter,
  scrape,
  service,
} from 'cheomseong';
import { alerts, place } from './alerts.js';
import { apiPerformance } from './dashboards/api.js';
import { databasePerformance } from './dashboards/database.js';
import { websitePerformance } from './dashboards/website.js';
import { elasticsearch, logs } from './logs.js';
import { apiMonitoring, websiteMonitoring } from './instrumentation.js';
import { apiMetrics, here, textfiles, webMetrics } from './metrics.js';
import { told } from './routing.js';

const api = service('api', { namespaces: [here.namespace], labels: { app: 'api' }, ports: { http: 8000 } });
const website = service('website', {
  namespaces: [here.namespace],
  labels: { app: 'website' },
  ports: { http: 3000 },
});

/** What the exporter logs in to PostgreSQL with: a role of its own. */
const login = declaredSecret('maintenance-db-monitoring', {
  namespace: here.namespace,
  keys: { username: 'a role with pg_monitor', password: 'the password of that role' },
});

/** A FastAPI API server, a Next.js website and PostgreSQL, with Elasticsearch for their logs. */
export const maintenance = application('maintenance', {
  title: 'Maintenance',
  language: ['ko', 'en'],
  place,
  ...here,
  services: [api, website],
  scrapes: [
    scrape(api, { port: 'http', interval: '15s', metrics: [apiMetrics] }),
    scrape(website, { port: 'http', path: '/api/metrics', interval: '15s', metrics: [webMetrics] }),
  ],
  instrumentation: [apiMonitoring, websiteMonitoring],
  exporters: ({ namespace }) => [
    postgresExporter('postgres-exporter', {
      namespace,
      interval: '15s',
      job: 'postgres',
      // Every server has it, and it tells of all databases.
      database: 'postgres:5432/postgres',
      user: login.key('username'),
      password: login.key('password'),
      sslMode: 'disable',
      statements: true,
    }),
    nodeExporter('node-exporter', {
      namespace,
      interval: '15s',
      job: 'node',
      // CI puts what Lighthouse found there.
      textfiles: { directory: textfiles, metrics: [lighthouseMetrics] },
    }),
    elasticsearchExporter('elasticsearch-exporter', {
      namespace,
      interval: '15s',
      job: 'elasticsearch',
      address: elasticsearch,
    }),
  ],
  groups: ({ application: name }) => [group(name, { interval: '15s', packs: [alerts] })],
  dashboards: [apiPerformance, websitePerformance, databasePerformance],
  prompt: {
    fires: '5m',
    told: '1m',
    slower: {
      HighErrorRate:
        'Its document asks for errors over 5 minutes: an outage is told of in 6. A server or a database that is gone is told of in less than 5.',
      HostDiskSpaceLow: 'A disk fills in hours: it fires with a tenth of it free.',
    },
  },
  routing: told,
  logs,
});
