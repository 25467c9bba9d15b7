import { catalog } from '#promql/metric/catalog.js';
import { counter, histogram, pythonBuckets } from '#promql/metric/declare.js';

/** Upper edges of the buckets that its setting `PROMETHEUS_LATENCY_BUCKETS` has by default, in seconds. */
const latencyBuckets = [
  0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 25, 50, 75,
] as const;
const database = ['alias', 'vendor'] as const;

/** @param buckets of what is timed neither by view nor by method. */
const exportedWith = (buckets: readonly number[]) =>
  catalog({
    requests: counter('django_http_requests_before_middlewares_total', { help: 'Requests received' }),
    responses: counter('django_http_responses_total_by_status_total', {
      help: 'Responses of a status',
      labels: ['status'],
    }),
    responsesByView: counter('django_http_responses_total_by_status_view_method_total', {
      help: 'Responses of a status by a view to a method',
      labels: ['status', 'view', 'method'],
    }),
    latency: histogram('django_http_requests_latency_including_middlewares_seconds', {
      help: 'Time to answer a request, middlewares included',
      buckets,
    }),
    latencyByView: histogram('django_http_requests_latency_seconds_by_view_method', {
      help: 'Time that a view took for a request',
      labels: ['view', 'method'],
      buckets: latencyBuckets,
      unit: 'seconds',
    }),
    exceptions: counter('django_http_exceptions_total_by_view_total', {
      help: 'Exceptions that a view let through',
      labels: ['view'],
    }),
    queries: counter('django_db_execute_total', { help: 'Statements sent to a database', labels: database }),
    queryDuration: histogram('django_db_query_duration_seconds', {
      help: 'Time that a statement took',
      labels: database,
      buckets,
    }),
    newConnections: counter('django_db_new_connections_total', {
      help: 'Connections opened to a database',
      labels: database,
    }),
    cacheGets: counter('django_cache_get_total', { help: 'Look-ups in a cache', labels: ['backend'] }),
    cacheHits: counter('django_cache_get_hits_total', {
      help: 'Look-ups that found something',
      labels: ['backend'],
    }),
    cacheMisses: counter('django_cache_get_misses_total', {
      help: 'Look-ups that found nothing',
      labels: ['backend'],
    }),
  });

/**
 * django-prometheus 2.3 to 2.5 with its middlewares and its database and cache backends: everything that is timed has the buckets of its
 * setting.
 */
export const djangoMetrics = exportedWith(latencyBuckets);

/** What earlier versions export, by the one that changed it: 2.2 times requests and statements in the client's own buckets. */
export const djangoMetricsBefore = { '2.3': exportedWith(pythonBuckets) };
