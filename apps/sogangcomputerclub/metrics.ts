import {
  catalog,
  counter,
  gauge,
  histogram,
  narrowed,
  nginxExporterMetrics,
  nodeExporterMetrics,
  not,
  postgresExporterMetrics,
  pythonBuckets,
  redisExporterMetrics,
  scrapeMetrics,
  unconventional,
} from 'cheomseong';

const range = [0, Infinity] as const;

/** What the FastAPI application exports on /metrics. Its label `endpoint` is the route, not the port: the scrape sees to it. */
export const fastapiMetrics = catalog({
  requests: counter('fastapi_requests_total', {
    help: 'HTTP requests answered',
    labels: ['method', 'endpoint', 'status_code'],
  }),
  duration: histogram('fastapi_request_duration_seconds', {
    help: 'Time to answer an HTTP request',
    labels: ['method', 'endpoint'],
    buckets: pythonBuckets,
  }),
  memos: unconventional.gauge('memo_total', {
    help: 'Memos in the database; every worker tells of all of them',
    range,
    why: 'a gauge that its application named like a counter',
  }),
  connections: gauge('fastapi_active_connections', {
    help: 'Connections checked out of the database pool',
    range,
  }),
});

/** The namespace whose name its series carry, on a host as on Kubernetes. */
export const here = { namespace: 'sogangcomputerclub' } as const;
const own = narrowed(fastapiMetrics, here);

/** Machines ask these every few seconds: among the requests of people they would hide errors and slowness. */
const people = { endpoint: not(['/health', '/metrics']) };

/** As alerts and dashboards see them, each of what its exporter tells; the application without its health checks and scrapes. */
export const fastapi = {
  ...own,
  requests: own.requests.where(people),
  duration: own.duration.where(people),
  status: 'status_code',
  exported: narrowed(scrapeMetrics, { ...here, job: 'fastapi' }),
} as const;
export const scrapes = narrowed(scrapeMetrics, here);
export const postgres = narrowed(postgresExporterMetrics, { ...here, service: 'postgres-exporter' });
export const redis = narrowed(redisExporterMetrics, { ...here, service: 'redis-exporter' });
export const nginx = narrowed(nginxExporterMetrics, { ...here, service: 'nginx-exporter' });
export const node = narrowed(nodeExporterMetrics, here);
