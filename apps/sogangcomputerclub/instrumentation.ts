import { python, serving } from 'cheomseong';
import { fastapiMetrics } from './metrics.js';

/** What the FastAPI application exports by; its code sets the memos and the connections of its pool. */
export const monitoring = python('monitoring', {
  framework: 'fastapi',
  catalogs: [fastapiMetrics],
  server: serving({
    requests: fastapiMetrics.requests,
    duration: fastapiMetrics.duration,
    route: 'endpoint',
    status: 'status_code',
  }),
  // Every worker tells of all memos; of its connections each tells its own.
  merged: { memo_total: 'max' },
});
