import { connectionPool, go, operation, serving } from 'cheomseong';
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
