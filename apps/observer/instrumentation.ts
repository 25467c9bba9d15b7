import { python, serving } from 'cheomseong';
import { observerMetrics } from './metrics.js';

/** What Observer exports by; its code sets the connections, and counts the files that it has written. */
export const monitoring = python('monitoring', {
  framework: 'fastapi',
  catalogs: [observerMetrics],
  server: serving({
    requests: observerMetrics.requests,
    duration: observerMetrics.duration,
    route: 'endpoint',
  }),
});
