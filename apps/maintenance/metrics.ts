import {
  catalog,
  counter,
  elasticsearchExporterMetrics,
  elasticsearchIndexMetrics,
  gauge,
  histogram,
  lighthouseMetrics,
  narrowed,
  nodeExporterMetrics,
  not,
  postgresExporterMetrics,
  postgresExporterSince,
  postgresStatementMetrics,
  scrapeMetrics,
} from 'cheomseong';

/** What the API server exports on /metrics. Its label `endpoint` is the route, not the port: the scrape sees to it. */
export const apiMetrics = catalog({
  requests: counter('http_requests_total', {
    help: 'HTTP requests answered',
    labels: ['method', 'endpoint', 'status'],
  }),
  duration: histogram('http_response_time_seconds', {
    help: 'Time to answer an HTTP request',
    labels: ['method', 'endpoint'],
    // 0.2 is what they want of the slowest five of a hundred.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10],
  }),
  queryDuration: histogram('db_query_duration_seconds', {
    help: 'Time that a query of the database takes, as the API server waits for it',
    // 0.1 is what they want of the slowest five of a hundred.
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  }),
});

const page = ['page'] as const;

/** What the website exports on /api/metrics: what browsers report to its own /api/vitals. */
export const webMetrics = catalog({
  firstContentfulPaint: histogram('web_first_contentful_paint_seconds', {
    help: 'Time until a page shows something',
    labels: page,
    buckets: [0.5, 1, 1.8, 3, 5, 10],
  }),
  timeToInteractive: histogram('web_time_to_interactive_seconds', {
    help: 'Time until a page reacts to its user',
    labels: page,
    buckets: [1, 2.5, 3.8, 5, 7.3, 10, 20],
  }),
  pageViews: counter('web_page_views_total', { help: 'Pages opened', labels: page }),
  javascriptErrors: counter('web_javascript_errors_total', {
    help: 'Errors of JavaScript in browsers',
    labels: page,
  }),
  apiFailures: counter('web_api_failures_total', {
    help: 'Calls of the API that failed in browsers',
    labels: page,
  }),
  sessions: gauge('web_sessions_active', { help: 'Sessions that are active', range: [0, Infinity] }),
  sessionDuration: histogram('web_session_duration_seconds', {
    help: 'Time from the first page of a session to the last that was heard of it',
    // Half of them are to last a minute.
    buckets: [1, 10, 30, 60, 120, 300, 600, 1800, 3600],
  }),
  sessionsEnded: counter('web_sessions_ended_total', { help: 'Sessions that have ended' }),
  bounces: counter('web_session_bounces_total', { help: 'Sessions that have ended after one page' }),
});

/** The namespace whose name its series carry, on a host as on Kubernetes. */
export const here = { namespace: 'maintenance' } as const;

const own = narrowed(apiMetrics, here);

/** Machines ask these every few seconds: among the requests of people they would hide errors and slowness. */
const people = { endpoint: not(['/health', '/metrics']) };

/** As alerts and dashboards see them, each of what its exporter tells; the API server without its health checks and scrapes. */
export const api = {
  ...own,
  requests: own.requests.where(people),
  duration: own.duration.where(people),
  exported: narrowed(scrapeMetrics, { ...here, job: 'api' }),
};
export const web = narrowed(webMetrics, here);
export const scrapes = narrowed(scrapeMetrics, here);
export const postgres = narrowed(
  {
    ...postgresExporterMetrics,
    ...postgresExporterSince['0.13'],
    ...postgresExporterSince['0.17'],
    ...postgresStatementMetrics,
  },
  { ...here, service: 'postgres-exporter' },
);
export const node = narrowed(nodeExporterMetrics, here);
/** The folder on the machine from which node_exporter reads what others write. */
export const textfiles = '/var/lib/node_exporter/textfile';
/** What Lighthouse CI found of the website, which node_exporter reads from a file, and whether it answers. */
export const lighthousePages = {
  ...narrowed(lighthouseMetrics, here),
  up: scrapeMetrics.up.where({ ...here, job: 'node' }),
};
export const elasticsearch = narrowed(
  { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics, ...scrapeMetrics },
  { ...here, service: 'elasticsearch-exporter' },
);
