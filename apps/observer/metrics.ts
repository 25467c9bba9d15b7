import { catalog, counter, gauge, histogram, pythonBuckets } from 'cheomseong';

/** What Observer exports on /metrics. Its label `endpoint` is the route, not the port: the scrape sees to it. */
export const observerMetrics = catalog({
  requests: counter('observer_http_requests_total', {
    help: 'HTTP requests answered',
    labels: ['method', 'endpoint', 'status'],
  }),
  duration: histogram('observer_http_request_duration_seconds', {
    help: 'Time to answer an HTTP request',
    labels: ['method', 'endpoint'],
    buckets: pythonBuckets,
  }),
  connections: gauge('observer_active_connections', {
    help: 'WebSocket connections to the broker',
    range: [0, Infinity],
  }),
  filesWritten: counter('observer_jsonl_files_written_total', {
    help: 'JSONL files written',
    labels: ['track'],
    values: { track: ['swing', 'scalp'] },
  }),
});

/** What Observer is watched in; its other environment is `observer-staging`. */
export const production = { namespace: 'observer-prod' } as const;
