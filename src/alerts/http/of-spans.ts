import type { spanMetrics } from '#metrics/span-metrics.js';

/** What a service's spans are counted by: `narrowed(spanMetrics, { namespace })`. */
export type SpanMetrics = Pick<typeof spanMetrics, 'calls' | 'duration'>;

/**
 * The HTTP requests that a service answers, as its spans tell of them: by these `httpAlerts` and `httpPanels` fit a service that has traces and exports no
 * metrics. Its SDK must follow the stable semantic conventions of HTTP, by which a span has `http.request.method` and
 * `http.response.status_code`; of a request that failed with 500 or more its span is an error too.
 *
 * @param services What the services are called in `service.name`, one or several.
 */
export const httpOfSpans = (
  { calls, duration }: SpanMetrics,
  ...services: readonly [string, ...string[]]
) => {
  const answered = {
    service_name: services,
    span_kind: 'SPAN_KIND_SERVER',
    http_request_method: /.+/,
  } as const;
  return {
    requests: calls.where(answered),
    duration: duration.where(answered),
    status: 'http_response_status_code',
  } as const;
};
