import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { python } from '#application/instrumentation/made.js';
import { serving } from '#application/instrumentation/server.js';

const route = ['method', 'route'] as const;

/** What a Django exports that counts for itself. */
export const boardMetrics = catalog({
  requests: counter('board_requests_total', { help: 'Requests answered', labels: [...route, 'status'] }),
  duration: histogram('board_request_duration_seconds', {
    help: 'Time to answer a request',
    labels: route,
    buckets: [0.1, 0.5, 1, 2.5, 5],
  }),
  inFlight: gauge('board_requests_in_progress', { help: 'Requests being answered', labels: route }),
});

export const board = python('board', {
  framework: 'django',
  catalogs: [boardMetrics],
  server: serving({
    requests: boardMetrics.requests,
    duration: boardMetrics.duration,
    inFlight: boardMetrics.inFlight,
    route: 'route',
  }),
});
