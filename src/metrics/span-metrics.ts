import { catalog } from '#promql/metric/catalog.js';
import { counter, histogram } from '#promql/metric/declare.js';

/** What a span is in a trace, as the collector writes it: https://opentelemetry.io/docs/specs/otel/trace/api/#spankind. */
export const spanKinds = [
  'SPAN_KIND_UNSPECIFIED',
  'SPAN_KIND_INTERNAL',
  'SPAN_KIND_SERVER',
  'SPAN_KIND_CLIENT',
  'SPAN_KIND_PRODUCER',
  'SPAN_KIND_CONSUMER',
] as const;

/** How a span ended: https://opentelemetry.io/docs/specs/otel/trace/api/#set-status. Of HTTP requests it is an error from 500 on. */
export const spanStatuses = ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'] as const;

/** Attributes of spans that become labels too, by their labels; empty of a span that has none. */
export const spanDimensions = {
  http_request_method: 'http.request.method',
  http_route: 'http.route',
  http_response_status_code: 'http.response.status_code',
} as const;

/** Upper edges of the buckets, in seconds: those of client_golang, and the limits that people write. */
export const spanBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 5, 10] as const;

const own = [
  ...(['service_name', 'span_name', 'span_kind', 'status_code'] as const),
  ...(['http_request_method', 'http_route', 'http_response_status_code'] as const),
] as const;
const values = { span_kind: spanKinds, status_code: spanStatuses };

/**
 * Requests, errors and durations of all spans, whether their traces are kept or not: what the gateway of `tracing(…)` exports, made by the
 * collector's `span_metrics` connector, https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/v0.159.0/connector/spanmetricsconnector,
 * in seconds. Buckets carry exemplars, which name a trace. Two gateways count different traces: sum them up.
 */
export const spanMetrics = catalog({
  calls: counter('traces_span_metrics_calls_total', { help: 'Spans that ended', labels: own, values }),
  duration: histogram('traces_span_metrics_duration_seconds', {
    help: 'Time from the start of a span to its end',
    labels: own,
    values,
    buckets: spanBuckets,
  }),
});
