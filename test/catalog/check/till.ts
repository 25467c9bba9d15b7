import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';

/** What a shop's till declares. */
export const tillMetrics = catalog({
  requests: counter('till_requests_total', { help: 'Requests answered', labels: ['path', 'status'] }),
  uploads: counter('till_uploads_total', {
    help: 'Uploads',
    labels: ['status'],
    values: { status: ['success', 'failure'] },
  }),
  duration: histogram('till_request_duration_seconds', { help: 'Time to answer', buckets: [0.5, 1] }),
  carts: gauge('till_carts', { help: 'Carts that are open' }),
});

/** What a till exports that differs in nothing, by what it is. */
export const exposition = {
  requests: [
    '# HELP till_requests_total Requests answered',
    '# TYPE till_requests_total counter',
    'till_requests_total{path="/users/{id}",status="200"} 3',
  ],
  uploads: [
    '# HELP till_uploads_total Uploads',
    '# TYPE till_uploads_total counter',
    'till_uploads_total{status="success"} 1',
    'till_uploads_total{status="failure"} 0',
  ],
  duration: [
    '# HELP till_request_duration_seconds Time to answer',
    '# TYPE till_request_duration_seconds histogram',
    ...['0.5', '1.0', '+Inf'].map((le) => `till_request_duration_seconds_bucket{le="${le}"} 1`),
    'till_request_duration_seconds_sum 1',
    'till_request_duration_seconds_count 1',
  ],
  carts: ['# HELP till_carts Carts that are open', '# TYPE till_carts gauge', 'till_carts 2'],
};

export type Exposed = Readonly<Partial<Record<keyof typeof exposition, readonly string[]>>>;

/** The text of it, with some of it otherwise. */
export const expositionText = (change: Exposed = {}): string =>
  `${Object.values({ ...exposition, ...change })
    .flat()
    .join('\n')}\n`;
