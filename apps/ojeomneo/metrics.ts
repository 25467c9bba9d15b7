import {
  catalog,
  collectorMetrics,
  counter,
  gauge,
  goBuckets,
  histogram,
  kubernetes,
  narrowed,
  not,
  ofDeployments,
  platformHere,
  postgresExporterMetrics,
  postgresExporterSince,
  prometheusOperatorMetrics,
  redisExporterMetrics,
  scrapeMetrics,
  summary,
} from 'cheomseong';

const range = [0, Infinity] as const;
const route = ['method', 'path'] as const;

/** What the Go server exports on /ojeomneo/metrics. A `path` is the pattern of a route, not what somebody asked for. */
export const serverMetrics = catalog({
  requests: counter('ojeomneo_http_requests_total', {
    help: 'HTTP requests answered',
    labels: [...route, 'status'],
  }),
  duration: histogram('ojeomneo_http_request_duration_seconds', {
    help: 'Time to answer an HTTP request',
    labels: route,
    buckets: goBuckets,
  }),
  requestSize: summary('ojeomneo_http_request_size_bytes', {
    help: 'Size of HTTP requests',
    labels: route,
  }),
  responseSize: summary('ojeomneo_http_response_size_bytes', {
    help: 'Size of HTTP responses',
    labels: route,
  }),
  inFlight: gauge('ojeomneo_http_active_connections', { help: 'HTTP requests in flight', range }),
  queryDuration: histogram('ojeomneo_db_query_duration_seconds', {
    help: 'Time that a query took',
    labels: ['operation', 'table', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  }),
  slowQueries: counter('ojeomneo_db_slow_queries_total', {
    help: 'Queries that took over a second',
    labels: ['operation', 'table'],
  }),
  poolSize: gauge('ojeomneo_db_connection_pool_size', {
    help: 'Database connections that the pool may open',
    range,
  }),
  poolIdle: gauge('ojeomneo_db_connection_pool_idle', { help: 'Database connections that wait', range }),
  poolInUse: gauge('ojeomneo_db_connection_pool_in_use', { help: 'Database connections at work', range }),
  orders: counter('ojeomneo_orders_total', { help: 'Orders taken', labels: ['status', 'payment_method'] }),
  orderAmount: counter('ojeomneo_order_amount_total', {
    help: 'What was paid for orders',
    labels: ['payment_method'],
    unit: 'won',
  }),
  activeUsers: gauge('ojeomneo_users_active', { help: 'Users who are active', range }),
  menuViews: counter('ojeomneo_menu_views_total', { help: 'Views of menus', labels: ['category_id'] }),
});

/** The application's name, by which its objectives record too. */
export const name = 'ojeomneo';
/** Everything of it is in one namespace. */
export const here = { namespace: name } as const;

/** Kubernetes probes these every few seconds: among the requests of people they would hide errors and slowness. */
const healthChecks = not([
  '/ojeomneo/v1/healthcheck',
  '/ojeomneo/v1/healthcheck/live',
  '/ojeomneo/v1/healthcheck/ready',
]);
const asked = narrowed(serverMetrics, here);

/** The server as alerts and dashboards see it, without health checks. */
export const server = {
  ...asked,
  requests: asked.requests.where({ path: healthChecks }),
  duration: asked.duration.where({ path: healthChecks }),
  requestSize: asked.requestSize.where({ path: healthChecks }),
  responseSize: asked.responseSize.where({ path: healthChecks }),
  exported: narrowed(scrapeMetrics, { ...here, service: 'ojeomneo-server' }),
};
export const platform = narrowed(kubernetes, here);
/** What the operator says of every application's objects. */
export const operator = narrowed(prometheusOperatorMetrics, platformHere);
export const deployments = ['ojeomneo-server', 'ojeomneo-admin'] as const;
/** The pods of the server and the admin, with all that runs in them. */
export const pods = ofDeployments(platform, deployments);
export const postgresExporterName = 'ojeomneo-postgres-exporter';
export const postgres = narrowed(
  { ...postgresExporterMetrics, ...postgresExporterSince['0.17'], ...postgresExporterSince['0.18'] },
  { ...here, service: postgresExporterName },
);
/** What the collectors of its traces tell of themselves, and Prometheus of them. */
export const collectors = narrowed({ ...collectorMetrics, ...scrapeMetrics }, here);
export const redis = narrowed(redisExporterMetrics, here);
