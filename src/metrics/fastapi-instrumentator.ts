import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, summary } from '#promql/metric/declare.js';

const bySize = ['handler'] as const;

/** Values of `status`, unless it is told otherwise: `should_group_status_codes`. */
const classes = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/** Upper edges of the histogram without labels, in seconds. */
const fineBuckets = [
  0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 7.5, 10, 30, 60,
] as const;

/** What does not depend on how it groups statuses. */
const measured = {
  duration: histogram('http_request_duration_highr_seconds', {
    help: 'Time to answer a request, of whatever route, in many buckets',
    buckets: fineBuckets,
  }),
  durationByRoute: histogram('http_request_duration_seconds', {
    help: 'Time to answer a request, by route, in few buckets',
    labels: ['handler', 'method'],
    buckets: [0.1, 0.5, 1],
  }),
  requestSize: summary('http_request_size_bytes', { help: 'Size of the body of a request', labels: bySize }),
  responseSize: summary('http_response_size_bytes', {
    help: 'Size of the body of a response',
    labels: bySize,
  }),
};

/**
 * prometheus-fastapi-instrumentator 5 to 8, https://github.com/trallnag/prometheus-fastapi-instrumentator, as
 * `Instrumentator().instrument(app).expose(app)` has it. Statuses are grouped (`5xx`); what no route takes has the handler `none`.
 */
export const fastapiInstrumentatorMetrics = catalog({
  requests: counter('http_requests_total', {
    help: 'Requests answered, by hundreds of their status',
    labels: ['handler', 'method', 'status'],
    values: { status: classes },
  }),
  ...measured,
});

/** The same with `should_group_status_codes=False`: statuses are codes. */
export const fastapiInstrumentatorCodes = catalog({
  requests: counter('http_requests_total', {
    help: 'Requests answered, by status code',
    labels: ['handler', 'method', 'status'],
  }),
  ...measured,
});

/** What it exports besides with `should_instrument_requests_inprogress=True`. */
export const fastapiInstrumentatorInProgress = catalog({
  inProgress: gauge('http_requests_inprogress', {
    help: 'Requests that are being answered',
    range: [0, Infinity],
  }),
});
