import { connectionPool, djangoMetrics, go, operation, python, serving } from 'cheomseong';
import { serverMetrics } from './metrics.js';

/** What the Go server exports by. Orders, users and menus are told by the code that knows them. */
export const monitoring = go('monitoring', {
  framework: 'fiber',
  catalogs: [serverMetrics],
  server: serving({
    requests: serverMetrics.requests,
    duration: serverMetrics.duration,
    inFlight: serverMetrics.inFlight,
    requestSize: serverMetrics.requestSize,
    responseSize: serverMetrics.responseSize,
    route: 'path',
  }),
  operations: {
    query: operation({
      duration: serverMetrics.queryDuration,
      slow: { metric: serverMetrics.slowQueries, over: '1s' },
      outcome: { label: 'status', success: 'success', failure: 'error' },
    }),
  },
  pool: connectionPool({
    size: serverMetrics.poolSize,
    idle: serverMetrics.poolIdle,
    inUse: serverMetrics.poolInUse,
  }),
  health: '/ojeomneo/v1/healthcheck/live',
  ready: '/ojeomneo/v1/healthcheck/ready',
  uncounted: ['/ojeomneo/v1/healthcheck'],
});

/**
 * What the admin has beside django-prometheus, which exports its requests, its database and its cache already, under names that a second
 * library could not register: health and readiness, which no login and no ALLOWED_HOSTS keep from Kubernetes, logs, and the numbers of
 * requests in them.
 */
export const adminMonitoring = python('adminMonitoring', {
  framework: 'django',
  catalogs: [djangoMetrics],
  exportedBy: 'django-prometheus',
});
