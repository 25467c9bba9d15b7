import { describe, expect, test } from '@jest/globals';
import { judged } from './judged.js';

// Beside the samples of others in judgement.test.ts: more of each of their kinds.
describe('Alike and right, so taken as it is', () => {
  test.each([
    'sum by (l) (used) / sum by (l) (size) > 0.8 and on (l) sum by (l) (size) > 0',
    'sum by (l) (used) / sum by (l) (size) > 0.8 and sum by (l) (size) >= 1',
    'sum(used) / sum(size) > 0.8 and sum(size) != 0',
    'sum(used) / sum(size) > 0.8 and 0 < sum(size)',
    'sum(used) / (sum(size) > 0) > 0.8',
    'sum(used) / ((sum(size) > 0) + 1) > 0.8',
    'sum(used) / (sum(size) + 1) > 0.8',
    'sum(used) / clamp_min(sum(size), 0.001) > 0.8',
    'sum(used) / clamp(sum(size), 1, 100) > 0.8',
    '100 * sum(used) / clamp_min(sum(size), 1) > 80',
    '1 - sum(used) / sum(size) > 0.2',
    '100 * (1 - sum(used) / sum(size)) > 20',
    '(1 - sum(used) / sum(size)) * 100 > 20',
    '100 - sum(used) * 100 / sum(size) > 20',
    '(sum(size) - sum(free_bytes)) / sum(size) * 100 > 90',
    'sum(free_bytes) / sum(size) < 0.1',
    'sum(free_bytes) / sum(size) * 100 < 10',
    'sum(rate(req_total{code=~"5.."}[5m])) / sum(rate(req_total[5m])) > 0.05',
    'sum by (l) (rate(req_total{code=~"5.."}[5m])) / sum by (l) (rate(req_total[5m])) * 100 > 5',
    'sum(rate(req_total{code!~"5.."}[5m])) / sum(rate(req_total[5m])) < 0.99',
    '1 - (sum(rate(req_total{code!~"5.."}[5m])) / sum(rate(req_total[5m]))) > 0.01',
    'sum(increase(req_total{code="500"}[1h])) / sum(increase(req_total[1h])) > 0.01',
    'sum(rate(dur_seconds_sum[5m])) / sum(rate(dur_seconds_count[5m])) > 1',
    'sum(rate(dur_seconds_bucket{le="1"}[5m])) / sum(rate(dur_seconds_count[5m])) < 0.95',
    'sum(used) / (2 ^ 31 - 1) > 0.8',
    'sum(used) / 1024 / 1024 > 500',
    'sum(used) / (1024 * 1024) > 500',
    'sum(used) / scalar(count(up)) > 5',
    'sum(used) / count(up) > 5',
    'sum(used) / count(up == 1) > 5',
    'sum(up) / count(up) < 0.5',
    'avg(up) < 0.5',
    'count(up == 0) / count(up) * 100 > 10',
    'count by (job) (up == 0) / on (job) count by (job) (up) > 0.5',
    'absent(up{job="x"}) == 1',
    'absent_over_time(up{job="x"}[10m]) == 1',
    'absent(up{job="x"}) or sum(up{job="x"}) == 0',
    'sum(up{job="x"}) == 0 or absent(up{job="x"})',
    'count by (instance) (a) > 5',
    'count(count by (l) (a)) > 5',
    'sum by (x) (label_replace(a, "x", "$1", "instance", "(.*):.*")) > 5',
    'sum by (x) (label_join(a, "x", "-", "l", "s")) > 5',
    'sum by (l, x) (label_replace(a, "x", "$1", "s", "(.*)")) * on (x) group_left () sum by (x) (label_replace(b, "x", "$1", "s", "(.*)")) > 5',
    '(sum(rate(err_total[5m])) or vector(0)) / (sum(rate(req_total[5m])) > 0) > 0.5',
    'max by (l) (a) > 1 unless on (l) max by (l) (b) > 0',
    'max by (l, s) (a) > 1 and on (l) max by (l) (b) > 0',
    'max by (l) (a) > on (l) max by (l) (b)',
    'max by (l) (a) > 1.5 * max by (l) (a offset 1d)',
    'sum(rate(req_total[5m])) < 0.5 * sum(rate(req_total[5m] offset 1w))',
    'sum(rate(req_total[5m])) / sum(rate(req_total[5m] offset 1d) > 0) > 2',
    'sum(deriv(g[5m])) > 10',
    'sum(predict_linear(free_bytes[1h], 4 * 3600)) < 0',
    'time() - max(last_success_timestamp_seconds) > 3600 and max(last_success_timestamp_seconds) > 0',
    'max(avg_over_time(up[5m])) < 0.5',
    'max_over_time(sum(a)[10m:1m]) > 5',
    'quantile(0.9, a) > 5',
    'topk(5, sum by (l) (a)) > 5',
    'stddev(a) > 5',
    'sum(a{l=~"x|y"}) > 5',
    'sum(a{l!="", l!~"x.*"}) > 5',
    'sum(a{l=~".+", l!="x"}) > 5',
    'sum(a{l=~"x.*", l=~".*y"}) > 5',
    'sum(err_total) > 0 and sum(ok_total) == 0',
    'sum(err_total) > 0 unless sum(ok_total) > 0',
    'sum(err_total) - sum(ok_total) > 10',
    'sum(rate(sent_bytes_total[5m])) * 8 / 1e6 > 100',
    'clamp_max(sum(used) / (sum(size) > 0), 1) > 0.9',
    'abs(sum(a) - sum(b)) / (sum(b) > 0) > 0.5',
    '(sum(a) - sum(a offset 1h)) / (sum(a offset 1h) > 0) > 0.5',
    'sum(rate(err_total[5m])) / (sum(rate(err_total[5m])) + sum(rate(ok_total[5m]))) > 0.9',
    'sum(rate(ok_total[5m])) / (sum(rate(err_total[5m])) + sum(rate(ok_total[5m]))) < 0.9',
    'min(used / size) < 0.1 and min(size) > 0',
  ])('%s', (text) => {
    expect(judged(text)).toBe('');
  });
});

describe('Alike and wrong, so told of or refused', () => {
  const wrong: readonly (readonly [why: RegExp, texts: readonly string[]])[] = [
    [
      /a division by 0 makes [+-]Inf|where its divisor is 0/,
      [
        'sum by (l) (used) / sum by (l) (size) > 0.8 and sum by (l) (used) > 0',
        'sum(used) / sum(size) > 0.8 and sum(size) > -1',
        'sum(used) / clamp_min(sum(size), 0) > 0.8',
        'sum(used) / clamp_max(sum(size), 5) > 0.8',
        'sum(used) / (sum(size) - 1) > 0.8',
        '-(1 - sum(used) / sum(size)) > 0.8',
        'sum(used) / (1 - 1) > 5',
        'sum(used) / 0 > 5',
        'sum(used) / (2 ^ 0 - 1) > 5',
      ],
    ],
    [
      /matches by '\w+', which a side has not/,
      [
        'max by (l) (a) > 1 and on (instance) max by (instance) (b) > 0',
        'max by (l) (a) > 1 and on (l, s) max by (l, s) (b) > 0',
        'max by (l) (a) > 1 unless on (s) max by (s) (b) > 0',
        'sum by (l) (a) * on (l) group_left (s) sum by (l) (b) > 5',
      ],
    ],
    [
      /'\w+', which is gone/,
      [
        'sum by (x) (label_replace(a, "y", "$1", "l", "(.*)")) > 5',
        'histogram_quantile(0.9, avg(rate(dur_seconds_bucket[5m]))) > 1',
        'max by (instance) (histogram_quantile(0.9, sum without (le) (rate(dur_seconds_bucket[5m])))) > 1',
        'max by (l) (histogram_quantile(0.9, sum by (le) (rate(dur_seconds_bucket[5m])))) > 1',
      ],
    ],
    [
      /selects nothing/,
      [
        'sum(a{l=~"x|y", l="z"}) > 1',
        'sum(a{l=~"x", l!="x"}) > 1',
        'sum(a{l=~".+", l=""}) > 1',
        'sum(a{l="", l!=""}) > 1',
      ],
    ],
    [
      /compares a counter as it stands/,
      [
        'sum by (l) (err_total) > 10',
        'max(dur_seconds_count) > 10',
        'sum(err_total) * 2 > 10',
        'sum(err_total) >= 1',
        'sum(err_total offset 5m) > 10',
        'sum(max_over_time(err_total[5m])) > 10',
        'sum(err_total) > 0 and sum(ok_total) > 0',
      ],
    ],
    [
      /a gauge: it takes each fall for a restart/,
      ['sum(irate(used[5m])) > 1', 'sum(increase(free_bytes[5m])) > 1'],
    ],
    [
      /a counter: it takes a restart for a fall/,
      ['sum(deriv(sent_bytes_total[5m])) > 1', 'sum(idelta(err_total[5m])) > 1'],
    ],
    [
      /it can never fire/,
      [
        'sum(rate(req_total{code="500"}[5m])) / sum(rate(req_total[5m])) > 5',
        '100 * sum(rate(req_total{code="500"}[5m])) / sum(rate(req_total[5m])) > 500',
        'sum(rate(req_total{code="500"}[5m])) / clamp_min(sum(rate(req_total[5m])), 1) > 2',
        'sum(up) / count(up) > 1',
        'avg(up) > 1',
        'count(a) == 0',
        'count by (l) (a) < 1',
        'sum(a == 0) > 0',
        'absent(a) > 1',
        'hour() > 24',
        'day_of_week() == 7',
      ],
    ],
    [/it fires always/, ['count(up) >= 1', 'vector(1) > 0', 'sum(rate(err_total[5m])) >= 0']],
    [
      /is always [01]: each series is matched with itself/,
      [
        'max(a{l="x"} / a) > 0.5',
        'sum(a - a) > 0',
        'max(increase(req_total{code="500"}[1h]) / increase(req_total[1h])) > 0.5',
      ],
    ],
    [/which never match/, ['max by (l) (a{l="x"}) > 1 and max by (l) (b{l="y"}) > 0']],
    [/a share over 50 is over 5000%/, ['sum(rate(err_total[5m])) / (sum(rate(req_total[5m])) > 0) > 50']],
  ];

  test.each(wrong.flatMap(([why, texts]) => texts.map((text) => [text, why] as const)))('%s', (text, why) => {
    expect(judged(text)).toMatch(why);
  });
});
