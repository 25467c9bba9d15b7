import { describe, expect, test } from '@jest/globals';
import { parse } from '#promql/expr/parse.js';
import { print } from '#promql/expr/print.js';
import { bareMetric } from '#promql/metric/metric.js';

const printed = (text: string): string => print(parse(text, bareMetric));

describe('Parentheses stand only where they are needed', () => {
  test.each([
    ['(a / b) > 0.05', 'a / b > 0.05'],
    ['(a) and ((b))', 'a and b'],
    ['a * (b + c)', 'a * (b + c)'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a - b) - c', 'a - b - c'],
    ['(a ^ b) ^ c', '(a ^ b) ^ c'],
    ['a ^ (b ^ c)', 'a ^ b ^ c'],
    ['(a or b) == 0', '(a or b) == 0'],
    ['a * (-5)', 'a * -5'],
    ['(-5) ^ a', '(-5) ^ a'],
    ['-(a + b)', '-(a + b)'],
    ['(a + b)[5m:1m]', '(a + b)[5m:1m]'],
    ['(sum(a))[5m:1m]', 'sum(a)[5m:1m]'],
    ['a / on (x) group_left () (b + c)', 'a / on (x) group_left () (b + c)'],
    ['a / on (x) group_left () b', 'a / on (x) group_left b'],
  ])('%s', (text, shortest) => {
    expect(printed(text)).toBe(shortest);
  });
});

describe('One spelling for one thing', () => {
  test.each([
    ['sum(a)by(x,y)', 'sum by (x, y) (a)'],
    ['SUM without(x) (a)', 'sum without (x) (a)'],
    ["a{x='1',y=~`\\d`,}", 'a{x="1", y=~"\\\\d"}'],
    ['a>bool on(x)group_left(y)b', 'a > bool on (x) group_left (y) b'],
    ['rate( a [ 5m ] offset 1h )', 'rate(a[5m] offset 1h)'],
    ['1.50e3', '1500'],
    ['a > +inf', 'a > Inf'],
  ])('%s', (text, spelling) => {
    expect(printed(text)).toBe(spelling);
  });
});

describe('A long expression is broken', () => {
  test('before its operators, the looser ones further out', () => {
    const errors = 'sum(rate(observer_http_requests_total{namespace="observer-prod", status=~"5.."}[5m]))';
    const all = 'sum(rate(observer_http_requests_total{namespace="observer-prod"}[5m]))';
    expect(printed(`${errors} / ${all} > 0.05 and ${all} > 0.05`)).toMatchInlineSnapshot(`
      "sum(rate(observer_http_requests_total{namespace="observer-prod", status=~"5.."}[5m]))
          / sum(rate(observer_http_requests_total{namespace="observer-prod"}[5m]))
        > 0.05
      and sum(rate(observer_http_requests_total{namespace="observer-prod"}[5m])) > 0.05"
    `);
  });

  test('inside calls and aggregations', () => {
    const buckets = 'observer_http_request_duration_seconds_bucket{namespace="observer-prod"}';
    expect(printed(`histogram_quantile(0.95, sum by (le, endpoint) (rate(${buckets}[5m]))) > 5`))
      .toMatchInlineSnapshot(`
      "histogram_quantile(
        0.95,
        sum by (le, endpoint) (
          rate(observer_http_request_duration_seconds_bucket{namespace="observer-prod"}[5m])
        )
      ) > 5"
    `);
  });

  test('between what is divided and its divisor, and the limit goes on beside them', () => {
    const labels = 'max by (namespace, pod, container)';
    const used = 'container_memory_working_set_bytes{container="observer", namespace="observer-prod"}';
    const limits = 'kube_pod_container_resource_limits{namespace="observer-prod", resource="memory"}';
    expect(printed(`${labels} (${used}) / (${labels} (${limits}) > 0) > 0.9`)).toMatchInlineSnapshot(`
      "max by (namespace, pod, container) (
        container_memory_working_set_bytes{container="observer", namespace="observer-prod"}
      ) / (
        max by (namespace, pod, container) (
          kube_pod_container_resource_limits{namespace="observer-prod", resource="memory"}
        ) > 0
      ) > 0.9"
    `);
  });

  test('inside parentheses, with a short comparison beside them', () => {
    expect(
      printed(
        '(absent(pg_up{namespace="observer-prod"}) or max by (namespace) (1 - pg_up{namespace="observer-prod"}) or vector(1)) == 1',
      ),
    ).toMatchInlineSnapshot(`
      "(
        absent(pg_up{namespace="observer-prod"})
        or max by (namespace) (1 - pg_up{namespace="observer-prod"})
        or vector(1)
      ) == 1"
    `);
  });

  test('behind the labels that its sides are joined by', () => {
    expect(
      printed(
        'sum by (namespace, pod) (kube_pod_status_phase{namespace="observer-prod"}) * on (namespace, pod) group_left (node, created_by_kind, created_by_name) max by (namespace, pod, node, created_by_kind, created_by_name) (kube_pod_info)',
      ),
    ).toMatchInlineSnapshot(`
      "sum by (namespace, pod) (kube_pod_status_phase{namespace="observer-prod"})
      * on (namespace, pod) group_left (node, created_by_kind, created_by_name)
        max by (namespace, pod, node, created_by_kind, created_by_name) (kube_pod_info)"
    `);
  });

  test('with the texts of label_replace on one line', () => {
    expect(
      printed(
        'label_replace(sum by (persistentvolumeclaim) (kubelet_volume_stats_used_bytes), "volume", "$1", "persistentvolumeclaim", "observer-(.*)-pvc")',
      ),
    ).toMatchInlineSnapshot(`
      "label_replace(
        sum by (persistentvolumeclaim) (kubelet_volume_stats_used_bytes),
        "volume", "$1", "persistentvolumeclaim", "observer-(.*)-pvc"
      )"
    `);
  });

  test('inside what a subquery is of', () => {
    const rate = 'sum(rate(observer_jsonl_files_written_total{namespace="observer-prod"}[5m]))';
    expect(printed(`max_over_time((${rate} / ${rate})[1h:5m])`)).toMatchInlineSnapshot(`
      "max_over_time(
        (
          sum(rate(observer_jsonl_files_written_total{namespace="observer-prod"}[5m]))
          / sum(rate(observer_jsonl_files_written_total{namespace="observer-prod"}[5m]))
        )[1h:5m]
      )"
    `);
  });

  test('but never between a function and its long selector', () => {
    const long = `rate(a{namespace="${'x'.repeat(120)}"}[5m])`;
    expect(printed(long)).toBe(long);
  });
});

test('A short expression stays on its line', () => {
  expect(printed('sum by (x) (a) / sum by (x) (b) > 0.05 and sum by (x) (b) > 1')).not.toContain('\n');
});
