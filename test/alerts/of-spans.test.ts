import { expect, test } from '@jest/globals';
import { httpAlerts } from '#alerts/http.js';
import { httpOfSpans } from '#alerts/http/of-spans.js';
import { called } from '#alerts/text/subject.js';
import { spanMetrics } from '#metrics/span-metrics.js';
import { narrowed } from '#promql/metric/catalog.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { oneLine } from './one-line.js';

const traced = httpOfSpans(narrowed(spanMetrics, { namespace: 'shop' }), 'shop-checkout');
const { highErrorRate, highLatency } = httpAlerts(called('Shop'), traced, {
  errors: percent(5),
  latency: seconds(2),
});

test('requests of a service that has only traces fail by the status of its server spans', () => {
  expect(oneLine(highErrorRate)).toMatchInlineSnapshot(
    `"sum(rate(traces_span_metrics_calls_total{http_request_method=~".+", http_response_status_code=~"5..", namespace="shop", service_name="shop-checkout", span_kind="SPAN_KIND_SERVER"}[5m])) / sum(rate(traces_span_metrics_calls_total{http_request_method=~".+", namespace="shop", service_name="shop-checkout", span_kind="SPAN_KIND_SERVER"}[5m])) > 0.05 and sum(rate(traces_span_metrics_calls_total{http_request_method=~".+", namespace="shop", service_name="shop-checkout", span_kind="SPAN_KIND_SERVER"}[5m])) > 0.05"`,
  );
});

test('its latency is that of the same spans, at an edge of their buckets', () => {
  expect(oneLine(highLatency)).toMatchInlineSnapshot(
    `"1 - sum(rate(traces_span_metrics_duration_seconds_bucket{http_request_method=~".+", le=~"2|2\\\\.0", namespace="shop", service_name="shop-checkout", span_kind="SPAN_KIND_SERVER"}[5m])) / sum(rate(traces_span_metrics_duration_seconds_count{http_request_method=~".+", namespace="shop", service_name="shop-checkout", span_kind="SPAN_KIND_SERVER"}[5m])) > 0.05 and sum(rate(traces_span_metrics_duration_seconds_count{http_request_method=~".+", namespace="shop", service_name="shop-checkout", span_kind="SPAN_KIND_SERVER"}[5m])) > 0.05"`,
  );
});
