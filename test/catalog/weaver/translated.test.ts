import { describe, expect, test } from '@jest/globals';
import { type Instrument, type Strategy, labelName, metricName } from '#catalog/weaver/translated.js';

/** As Prometheus's own tests have them, https://github.com/prometheus/otlptranslator/blob/main/metric_namer_test.go. */
const escaped: readonly (readonly [name: string, unit: string, instrument: Instrument, stored: string])[] = [
  ['requests', '', 'counter', 'requests_total'],
  ['cpu_usage', '1', 'gauge', 'cpu_usage_ratio'],
  ['items', '1', 'counter', 'items_total'],
  ['response_time', 'ms', 'gauge', 'response_time_milliseconds'],
  ['memory_usage', 'By', 'gauge', 'memory_usage_bytes'],
  ['requests', '1/s', 'gauge', 'requests_per_second'],
  ['throughput', 'By/s', 'gauge', 'throughput_bytes_per_second'],
  ['custom_metric', 'custom_unit', 'gauge', 'custom_metric_custom_unit'],
  ['custom_metric', '{custom}', 'gauge', 'custom_metric'],
  ['custom_metric', 'By/{custom}', 'gauge', 'custom_metric_bytes'],
  ['requests_total', '', 'counter', 'requests_total'],
  ['cpu_usage_ratio', '1', 'gauge', 'cpu_usage_ratio'],
  ['response_time_seconds', 's', 'gauge', 'response_time_seconds'],
  ['123.requests', '', 'counter', '_123_requests_total'],
  ['http.server.request.duration', 's', 'histogram', 'http_server_request_duration_seconds'],
  ['shop.pool.utilization', '1', 'updowncounter', 'shop_pool_utilization'],
];

describe('a metric is stored by the usual strategy', () => {
  test.each(escaped)('%s in %s, a %s, as %s', (name, unit, instrument, stored) => {
    expect(metricName({ name, unit, instrument }, 'UnderscoreEscapingWithSuffixes')).toBe(stored);
  });
});

describe('a counter is stored by', () => {
  test.each<readonly [Strategy, string]>([
    ['UnderscoreEscapingWithSuffixes', 'shop_cpu_time_seconds_total'],
    ['UnderscoreEscapingWithoutSuffixes', 'shop_cpu_time'],
    ['NoUTF8EscapingWithSuffixes', 'shop.cpu.time_seconds_total'],
    ['NoTranslation', 'shop.cpu.time'],
  ])('%s as %s', (strategy, stored) => {
    expect(metricName({ name: 'shop.cpu.time', unit: 's', instrument: 'counter' }, strategy)).toBe(stored);
  });
});

test.each([
  ['cpu_seconds_total', 'cpu_seconds_total'],
  ['otelcol_process_cpu_seconds', 'otelcol_process_cpu_seconds_total'],
])('no ending is added twice behind a name that keeps its dots: %s', (name, stored) => {
  const counter = { name, unit: 's', instrument: 'counter' } as const;
  expect(metricName(counter, 'NoUTF8EscapingWithSuffixes')).toBe(stored);
});

describe('an attribute becomes the label', () => {
  test.each<readonly [string, Strategy, string]>([
    ['http.route', 'UnderscoreEscapingWithSuffixes', 'http_route'],
    ['a..b', 'UnderscoreEscapingWithSuffixes', 'a_b'],
    ['1st', 'UnderscoreEscapingWithSuffixes', 'key_1st'],
    ['http.route', 'NoTranslation', 'http.route'],
  ])('%s by %s: %s', (attribute, strategy, label) => {
    expect(labelName(attribute, strategy)).toBe(label);
  });
});
