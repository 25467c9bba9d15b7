/** Alerts of our own writing, of every kind that occurs in the wild: what is read, and for how long. */
export interface Sample {
  readonly text: string;
  readonly for?: string;
}

const of = (...texts: readonly (string | readonly [text: string, pending: string])[]): readonly Sample[] =>
  texts.map((each) => (typeof each === 'string' ? { text: each } : { text: each[0], for: each[1] }));

export const samples: Readonly<Record<string, readonly Sample[]>> = {
  'a value over or under a limit': of(
    'oven_temperature_celsius > 250',
    ['oven_load1 >= 12', '5m'],
    ['bakery_free_trays < 3', '10m'],
    'oven_temperature_celsius <= -5',
    'bakery_doors_open != 0',
    'bakery_state == 2',
    ['shelf_used_percent > 90', '15m'],
    ['shelf_used_ratio > 0.9', '15m'],
    '12 < oven_load1',
    '3 <= bakery_trays < 20',
  ),
  'up and down': of(
    ['up == 0', '5m'],
    ['up{job="bakery"} != 1', '1m'],
    ['count by (job) (up{job="bakery"} == 0) > 1', '1m'],
    ['avg by (job) (up{job="bakery"}) < 0.5', '3m'],
    ['count(up{job="bakery"} == 1) < 2', '2m'],
    ['sum(up{job="bakery"}) == 0', '1m'],
    ['absent(up{job="bakery"})', '5m'],
    ['absent(up{job="bakery"} == 1)', '5m'],
    ['absent_over_time(bakery_trays{shop="north"}[10m])', '5m'],
    'up{job="bakery"} offset 10m unless on (instance) up{job="bakery"}',
  ),
  'a share': of(
    ['shelf_used_bytes / shelf_size_bytes > 0.8', '5m'],
    ['100 * shelf_used_bytes / shelf_size_bytes > 80', '5m'],
    ['(1 - shelf_free_bytes / shelf_size_bytes) * 100 > 80', '5m'],
    ['shelf_free_bytes / (shelf_size_bytes > 0) < 0.1', '5m'],
    ['sum(rate(orders_total{code=~"5.."}[5m])) / sum(rate(orders_total[5m])) > 0.05', '10m'],
    [
      '100 * sum by (shop) (rate(orders_total{code=~"5.."}[5m])) / sum by (shop) (rate(orders_total[5m])) > 5 and sum by (shop) (rate(orders_total[5m])) > 1',
      '2m',
    ],
    ['rate(orders_failed_total[5m]) / ignoring (reason) group_left rate(orders_total[5m]) > 0.01', '5m'],
    ['sum without (oven) (trays_broken) / clamp_min(sum without (oven) (trays), 1) > 0.25', '5m'],
  ),
  'a counter': of(
    ['rate(orders_failed_total[5m]) > 0', '5m'],
    'increase(orders_failed_total[1h]) > 5',
    'increase(orders_failed_total[10m]) >= 1',
    ['sum by (shop) (irate(orders_failed_total[2m])) > 3', '1m'],
    ['rate(shelf_written_bytes_total[1m]) > 50 * 1024 * 1024', '5m'],
    'increase(orders_total[10m]) < 1',
    ['rate(orders_total[5m]) == 0', '10m'],
    'orders_failed_total > 100',
    'resets(oven_uptime[10m]) > 5',
    ['max_over_time(rate(orders_failed_total[5m])[30m:1m]) > 2', '5m'],
  ),
  'a histogram': of(
    ['histogram_quantile(0.99, sum by (le) (rate(order_duration_seconds_bucket[5m]))) > 1', '5m'],
    [
      'histogram_quantile(0.9, sum by (le, shop) (rate(order_duration_seconds_bucket{path!="/live"}[10m]))) * 1000 > 500',
      '10m',
    ],
    ['rate(order_duration_seconds_sum[5m]) / rate(order_duration_seconds_count[5m]) > 0.5', '5m'],
    [
      'sum(rate(order_duration_seconds_bucket{le="0.3"}[5m])) / sum(rate(order_duration_seconds_count[5m])) < 0.95',
      '5m',
    ],
    ['order_duration_seconds{quantile="0.99"} > 2', '5m'],
  ),
  'a ramp': of(
    ['predict_linear(shelf_free_bytes[6h], 24 * 3600) < 0', '1h'],
    [
      'shelf_free_bytes / shelf_size_bytes < 0.4 and predict_linear(shelf_free_bytes[6h], 4 * 3600) < 0 and shelf_read_only == 0',
      '1h',
    ],
    ['deriv(oven_temperature_celsius[15m]) > 0.5', '5m'],
    'delta(oven_temperature_celsius[10m]) < -20',
    'abs(delta(oven_temperature_celsius[10m])) > 20',
    ['predict_linear(shelf_used_bytes[4h], 4 * 3600) > shelf_quota_bytes', '10m'],
  ),
  'what goes to and fro': of(
    'changes(bakery_door_open[10m]) > 4',
    'changes(oven_start_time_seconds[1h]) > 2',
    ['changes(oven_mode[5m]) > 0', '2m'],
    'stddev_over_time(oven_temperature_celsius[10m]) > 5',
  ),
  'a moment': of(
    'time() - backup_last_success_timestamp_seconds > 86400',
    [
      'time() - backup_last_success_timestamp_seconds > 2 * 3600 and backup_last_success_timestamp_seconds > 0',
      '5m',
    ],
    'certificate_not_after_timestamp_seconds - time() < 7 * 86400',
    '(certificate_not_after_timestamp_seconds - time()) / 86400 < 21',
    '0 < round((last_over_time(certificate_expiry[10m]) - time()) / 86400, 0.1) < 3',
    'backup_last_success_timestamp_seconds < time() - 3600',
    'max by (shop) (time() - backup_finished_seconds) > 3600',
    ['min(time() - (backup_finished_seconds > 0)) > 3 * 3600', '10m'],
    'abs(oven_time_seconds - time()) > 30',
    ['oven_idle == 1 and on () hour() >= 9 and on () hour() < 17', '10m'],
    ['oven_idle == 1 and on () (day_of_week() > 0 < 6)', '10m'],
  ),
  'now against before': of(
    ['trays / trays offset 1d < 0.5', '10m'],
    'abs(trays - trays offset 5m) > 100',
    ['rate(orders_total[5m]) > 3 * rate(orders_total[5m] offset 1h)', '5m'],
    ['avg_over_time(trays[5m]) > 2 * avg_over_time(trays[1d])', '5m'],
    ['100 * rate(orders_total[5m]) / clamp_min(rate(orders_total[15m] offset 5m), 0.0001) > 200', '5m'],
    'oven_config_hash != oven_config_hash offset 10m',
    '(trays - avg_over_time(trays[1h])) / stddev_over_time(trays[1h]) > 3',
  ),
  counts: of(
    ['count(oven_info) > 60', '1m'],
    ['count by (cluster) (oven_info) >= 128', '1m'],
    ['count(count by (version) (oven_info)) > 1', '1h'],
    ['count by (shop) (oven_temperature_celsius > 250) > 3', '5m'],
    ['count(oven_info{mode="idle"}) / count(oven_info) > 0.75', '15m'],
    'count(bakery_member) % 2 == 0',
    ['count_values("version", oven_version) > 2', '5m'],
    ['quantile(0.9, oven_temperature_celsius) > 200', '5m'],
    ['stdvar by (shop) (oven_temperature_celsius) > 4', '5m'],
    ['max(trays) - min(trays) > 20', '5m'],
    ['topk(1, sum by (shop) (trays_broken)) > 7', '5m'],
  ),
  'series that meet': of(
    ['trays_wanted != trays_ready', '15m'],
    ['trays_wanted - on (shop) trays_ready > 2', '15m'],
    [
      'sum by (shop, oven) (trays_broken) * on (oven) group_left (owner) max by (oven, owner) (oven_owner) > 3',
      '15m',
    ],
    ['tray_state{state=~"burnt|raw"} == 1 unless on (tray) tray_ignored == 1', '15m'],
    ['trays_wanted > 0 and on (shop) trays_ready == 0', '15m'],
    ['(trays_burnt > 5 or trays_raw > 5) and on (shop) bakery_open == 1', '5m'],
    [
      'oven_load * on (instance) group_left (nodename) label_replace(node_info, "nodename", "$1", "host", "(.+)") > 5',
      '5m',
    ],
    ['label_join(oven_load, "place", "/", "shop", "room") > 5', '5m'],
    ['sum by (place) (label_replace(oven_load, "place", "$1", "host", "([a-z]+)-.*")) > 5', '5m'],
    ['sum(trays_limit) - scalar(count(oven_info)) * 3 < 0', '5m'],
    ['(trays_burnt > bool 5) + (trays_raw > bool 5) == 2', '5m'],
    '{__name__=~"oven_setting_.*", mode!="test"} != 0',
  ),
  'what is recorded elsewhere': of(
    ['shop:orders_failed:ratio_rate5m > 0.05', '5m'],
    [
      'shop:orders:burnrate1h{slo="shop"} > 14.4 * 0.01 and shop:orders:burnrate5m{slo="shop"} > 14.4 * 0.01',
      '2m',
    ],
    ['instance:oven_load:avg{shop!=""} > 3', '5m'],
  ),
  'text that is asked for': of(
    ['tray_state{state!~"ready|done"} == 1', '5m'],
    ['tray_state{state=~"^(burnt|raw).*", shop!=""} == 1', '5m'],
    ['tray_state{state=~"(?i)BURNT", shop=~".+"} == 1', '5m'],
    ['tray_state{tray=~"[a-z]+-[0-9]{3}"} == 1', '5m'],
  ),
};
