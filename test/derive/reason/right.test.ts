import { describe, expect, test } from '@jest/globals';
import { cannotClear } from '#derive/reason/cannot-clear.js';
import { cannotFire, seemsNeverToFire } from '#derive/reason/cannot-fire.js';
import { cannotMature } from '#derive/reason/cannot-mature.js';
import { goesSilent } from '#derive/reason/goes-silent.js';
import { asked } from './asked.js';

/** Right expressions, of the kinds that public collections have. */
const right = [
  ...[
    'up == 0',
    'up{job="shop"} != 1',
    'absent(up{job="shop"})',
    'absent(up{job="shop"}) == 1',
    'absent(up) > 0',
  ],
  ...[
    'sum by (instance) (up) == 0 or absent(up)',
    'absent_over_time(up{job="shop"}[10m])',
    'count(up == 0) > 2',
  ],
  ...['count by (job) (up == 0) / count by (job) (up) * 100 > 10', '100 * (1 - avg by (job) (up)) > 20'],
  ...[
    'rate(errors_total[5m]) > 0',
    'rate(errors_total[5m]) == 0',
    'increase(restarts_total[1h]) > 5',
    'rate(temperature[5m]) < 0',
  ],
  'sum by (job) (rate(errors_total{code=~"5.."}[5m])) / sum by (job) (rate(requests_total[5m])) > 0.05',
  'sum by (job) (rate(requests_total{code=~"5.."}[5m])) / on (job) group_left () sum by (job) (rate(requests_total[5m])) >= 1',
  '100 * sum(rate(requests_total{code=~"5.."}[5m])) / sum(rate(requests_total[5m])) > 5',
  'sum(rate(a_total[5m])) / (sum(rate(a_total[5m])) + sum(rate(b_total[5m]))) > 0.99',
  'sum by (route) (rate(x_total{status="500"}[5m])) / ignoring (status) group_left () sum by (route) (rate(x_total[5m])) > 0.1',
  'histogram_quantile(0.99, sum by (le, job) (rate(latency_seconds_bucket[5m]))) > 1',
  'histogram_quantile(0.9, rate(latency_seconds_bucket[5m])) > 0.5 and on (job) sum by (job) (rate(latency_seconds_count[5m])) > 1',
  'histogram_quantile(0.99, sum by (job) (rate(latency_seconds[5m]))) > 1',
  'sum(rate(latency_seconds_bucket{le="0.5"}[5m])) / sum(rate(latency_seconds_count[5m])) < 0.95',
  ...[
    'latency_seconds{quantile="0.99"} > 0.1',
    'rate(latency_seconds_sum[5m]) / rate(latency_seconds_count[5m]) > 1',
  ],
  'node_filesystem_avail_bytes{fstype!="tmpfs"} / node_filesystem_size_bytes{fstype!="tmpfs"} * 100 < 10',
  'predict_linear(node_filesystem_free_bytes[6h], 4 * 3600) < 0 and node_filesystem_readonly == 0',
  '(node_filesystem_free_bytes / node_filesystem_size_bytes < 0.1) and on (device) node_filesystem_readonly{fstype!=""} == 0',
  ...[
    'deriv(queue_length[10m]) > 0',
    'delta(clock_offset_seconds[1m]) < 0',
    'abs(clock_offset_seconds) > 0.05',
  ],
  ...[
    '1 - free_bytes / size_bytes > 0.8',
    '(size_bytes - free_bytes) / size_bytes * 100 > 80',
    'used_bytes > on (pod) limit_bytes',
  ],
  ...[
    'time() - backup_timestamp_seconds > 86400',
    'time() - max by (job) (last_success_timestamp_seconds) > 2 * 3600',
  ],
  ...[
    'cert_not_after - time() < 86400 * 14',
    '(cert_not_after - time()) / 86400 <= 7',
    'timestamp(up) < time() - 600',
  ],
  ...['changes(leader[1h]) > 3', 'resets(process_start_time_seconds[10m]) > 0', 'changes(up[10m]) >= 3'],
  ...[
    'x != x offset 5m',
    'x unless x offset 1d',
    'x offset 1h unless x',
    'config_hash != on () group_left () config_hash{pod="a"}',
  ],
  ...[
    '(up == 0 or seats > 5) and on () absent(up)',
    'clamp(x, 1, 1) != 1',
    'x > 5 unless x > scalar(y)',
    'x > 5 unless (x and y)',
  ],
  'label_replace(x, "team", "${1}", "job", "(.*)") and on (team) owner{team="land"}',
  ...[
    'x - x offset 5m > 0',
    'rate(x_total[5m]) / rate(x_total[10m]) > 2',
    '100 / a * b < 20',
    'x - on (job) x > 1',
  ],
  ...['label_replace(x, "a", "b", "", "") / x{a="b"} > 2', 'x{a="1"} / (x or y) > 2'],
  ...[
    'timestamp(x) < time() - 200',
    'time() - timestamp(x) > 60',
    'timestamp(x offset 1h) < time() - 60',
    'timestamp(x @ 900) > time()',
    'time() + 60 > x',
  ],
  ...[
    'count by (host) (label_join(a, "host", "", "instance")) > 1',
    'sum(used) / sum(size) > 0.8 and sum(size) > 0',
    'sum(a) / (2 ^ 16 - 1) > 0.8',
  ],
  ...[
    'max by (w) (label_replace(owner, "w", "$1", "owner_name", "(.*)")) > 0',
    'sum by (code) (rate(err_total[5m])) or vector(0)',
  ],
  ...[
    '1 - sum(used_bytes) / sum(size_bytes) > 0.8',
    'count by (l) (g < 1) > 0',
    'sum(used_bytes) > sum(size_bytes)',
    'time() - max(g) > 3600',
  ],
  'rate(requests_total[5m]) < 0.5 * rate(requests_total[5m] offset 1w)',
  ...[
    'a > 5 and b < 3',
    'a > 5 and a < 10',
    'a > 5 or a < 3',
    '(a > 5) < 10',
    'a > 5 unless a > 10',
    'a >= 5 and a <= 5',
    'a != 0 and a != 1',
  ],
  ...[
    'a > 5 and on (job) a < 3',
    'a > 5 unless on (job) b > 3',
    'x unless on (pod) y',
    'x == x',
    'x != x',
    'a < Inf and a > 5',
  ],
  ...[
    'up == 0 unless on (job) absent(maintenance)',
    'up == 0 and on () absent(maintenance)',
    'x > 5 unless vector(1)',
  ],
  ...[
    'up == 0 and on () hour() >= 9 and on () hour() < 17',
    'day_of_week() == 0',
    'minute() == 59 and hour() == 23',
    'x > 1 and on () (hour() < 6 or hour() > 22)',
  ],
  'kube_pod_status_phase{phase=~"Pending|Unknown"} * on (pod) group_left (owner) kube_pod_owner{owner!=""} > 0',
  'sum by (namespace) (kube_pod_info{node!=""}) > on (namespace) group_left () quota{resource="pods", type="hard"}',
  'kube_deployment_spec_replicas != kube_deployment_status_replicas_available',
  'kube_job_status_failed > 0 and on (job_name) label_replace(kube_job_owner, "job_name", "$1", "owner", "(.*)") == 1',
  'label_replace(x{pod=~"a-.*"}, "app", "$1", "pod", "(.*)-.*") and on (app) wanted{app="a"}',
  'label_replace(x, "team", "sea", "job", "shop") and on (team) owner{team="land"}',
  'max by (node) (kubelet_running_pods{job="kubelet"}) / on (node) max by (node) (kube_node_status_capacity{resource="pods"}) > 0.95',
  'count by (cluster) (kube_node_status_condition{condition="Ready", status="true"} == 0) >= 1',
  'sum(kube_node_status_condition{condition="Ready", status="true"}) < 3 or vector(0) > 1',
  'up{job="a"} == 0 or seats{room="b", room="b"} == 0',
  'ALERTS{alertname="Down", alertstate="firing"} == 1 unless on (instance) ALERTS{alertname="Reboot"}',
  ...[
    'vector(1)',
    'vector(1) == 1',
    'sum(x) or vector(0)',
    '(sum(x) or vector(0)) == 0',
    'count(x) > 100 or vector(1)',
    'absent(x > 5)',
  ],
  ...[
    'topk(3, x) > 5',
    'quantile(0.95, x) > 5',
    'quantile(95, clamp_max(x, 1)) > 5',
    'stddev(x) > 2',
    'count_values("v", version) > 1',
  ],
  ...[
    'x % 2 == 1',
    'x ^ 2 > 4',
    '-x > 5',
    'ln(x) < 0',
    'clamp_max(x, 5) >= 5',
    'round(x, 5) == 10',
    'sgn(x) == -1',
    'scalar(x) > bool 5',
  ],
  ...[
    'avg_over_time(x[10m]) > 5',
    'max_over_time(up[5m]) == 0',
    'sum_over_time(failed[30m]) > 3',
    'count_over_time(x[10m]) < 5',
  ],
  ...[
    'max_over_time(sum(rate(x_total[5m]))[1h:1m]) > 10',
    'stdvar_over_time(x[1h]) > 1',
    'quantile_over_time(0.9, x[10m]) > 3',
  ],
  ...[
    'job:errors:ratio_rate5m > 0.05',
    'job:slo_errors:rate1h > 14.4 * 0.001 and job:slo_errors:rate5m > 14.4 * 0.001',
  ],
  ...[
    'rate(x_total[30s]) > 0 or up == 0',
    'rate(job:x:sum[30s]) > 0',
    'irate(x_total[2m]) > 100',
    '{__name__=~"x|y"} > 5 and {__name__=~"x|y"} < 3',
  ],
];

describe('What may fire is not blamed:', () => {
  test.each(right)('%s', (text) => {
    expect(cannotFire(asked(text))).toBeUndefined();
  });
});

/** What programs export that is what its name says makes none of these true: a rate is negative only of what is negative itself. */
const unreal: readonly string[] = [
  'rate(temperature[5m]) < 0',
  // Scraped once a minute, only a window that has both of its ends holds two samples: that of Prometheus 3 has one.
  'delta(clock_offset_seconds[1m]) < 0',
];

describe('What may fire of real metrics is not guessed never to:', () => {
  test.each(right.filter((text) => !unreal.includes(text)))('%s', (text) => {
    expect(seemsNeverToFire(asked(text))).toBeUndefined();
  });
  test.each([
    ...[
      'up > 0',
      'up != 1',
      'sum(up) > 3',
      'sum_over_time(up[1h]) < 50',
      'changes(up[1h]) > 4',
      'up * 100 < 100',
    ],
    ...['kube_pod_info > 0', 'count(kube_pod_info) > 100', 'group(build_info) == 1', 'up >= 1'],
    ...[
      'delta(used_bytes[1h]) < 0',
      'deriv(used_bytes[1h]) < -5',
      'predict_linear(free_bytes[1h], 3600) < 0',
    ],
    ...[
      'free_bytes - used_bytes < 0',
      'pg_replication_lag_bytes < 0',
      '-free_bytes < 0',
      'x_total offset 5m - x_total < 0',
    ],
    ...[
      'avg by (job) (up) < 0.5',
      'servers_up > 1',
      'stddev(up) > 0.2',
      'free_bytes <= 0',
      'jvm_memory_max_bytes == -1',
      'x_total == 0',
    ],
  ])('%s', (text) => {
    expect(seemsNeverToFire(asked(text))).toBeUndefined();
  });
  test('up that a rule records, which may be anything', () => {
    const records = [{ name: 'team_info', expr: asked('count(up)').expr, labels: {} }];
    expect(seemsNeverToFire(asked('team_info > 1', { records }))).toBeUndefined();
  });
});

test('There are many of them', () => {
  expect(new Set(right).size).toBeGreaterThan(100);
});

describe('What lasts is not said never to mature:', () => {
  test.each([
    ['up == 0', 300],
    ['absent(up)', 600],
    ['increase(errors_total[5m]) > 100', 300],
    ['sum(increase(thrown_total[5m])) / (sum(increase(periods_total[5m])) > 0) > 0.25', 900],
    ['increase(errors_total[10m]) > 0', 300],
    ['rate(errors_total[15m]) > 0', 600],
    ['rate(errors_total[5m]) > 0.1', 600],
    ['rate(errors_total[5m]) == 0', 600],
    ['sum(rate(errors_total[5m])) / sum(rate(x_total[5m])) > 0.1 and sum(rate(x_total[5m])) > 0', 600],
    ['x offset 1h unless x', 600],
    ['x - x offset 5m > 10', 900],
    ['time() - started_timestamp_seconds < 3600', 600],
    ['time() - backup_timestamp_seconds > 60', 600],
    ['up == 0 and on () hour() >= 9', 600],
    ['minute() < 30', 600],
    ['hour() > 22 or up == 0', 86_400],
    ['changes(x[1h]) > 0', 0],
  ])('%s for %d s', (text, seconds) => {
    expect(cannotMature(asked(text, { for: seconds }))).toEqual([]);
  });
});

describe('What goes on when all is gone is not said to go silent:', () => {
  test.each([
    ...right,
    'count(up == 1) < 3 or absent(up == 1)',
    '(count(up == 1) or vector(0)) < 3',
    'sum(up == bool 1) < 3',
    'sum(up) < 3',
    'count(up == 1) > 3',
    'count(up == 0) / count(up) > 0.5',
    'count(up) - count(up == 0) < 3',
    'count(up == 1) < 1',
    'count(quorum == 0) <= 2',
    'sum(used) / sum(max_bytes != -1) > 0.9',
    'sum(used) / sum(limit_bytes > 0) > 0.9',
  ])('%s', (text) => {
    expect(goesSilent(asked(text))).toEqual([]);
  });
});

describe('What ends is not said never to clear:', () => {
  test.each([
    'increase(errors_total[5m]) > 0',
    'errors_total == 0',
    'errors_total < 10',
    'errors_total > 0 and up == 0',
    'errors_total > 0 unless on (job) maintenance == 1',
    'errors_total - errors_total offset 5m > 0',
    'pods_count > 5',
    'max_over_time(temperature[30d]) > 5',
    'used / (seats_total > 0) > 0.8',
    'vector(1)',
    'up == bool 0 == 1',
    'sum(up == bool 0) > 2',
    'x > bool 5 and y > 3',
  ])('%s', (text) => {
    expect(cannotClear(asked(text))).toEqual([]);
  });
});
