import { describe, expect, test } from '@jest/globals';
import { judged } from './judged.js';

describe('A right expression of others is taken as it is', () => {
  test.each([
    ['guarded beside the condition', 'sum(used) / sum(size) > 0.8 and sum(size) > 0'],
    ['guarded at each label', 'sum by (l) (used) / sum by (l) (size) > 0.8 and sum by (l) (size) > 0'],
    [
      'guarded by what is matched',
      'max by (l, s) (used) / on (l) group_left () max by (l) (size) > 0.8 and on (l) max by (l) (size) > 0',
    ],
    ['guarded inside', 'max by (l) (used / size and size > 0) > 0.8'],
    ['guarded before', 'max by (l) (size > 0 and used / size > 0.8) > 0'],
    ['guarded by what is not 0', 'sum(used) / (sum(size) != 0) > 0.8'],
    ['guarded by a number before it', 'sum(used) / (0 < sum(size)) > 0.8'],
    ['guarded by more than 0', 'sum(used) / sum(size) > 0.8 and sum(size) > 100'],
    [
      'guarded by a part',
      'sum(rate(err_total[5m])) / sum(rate(req_total[5m])) > 0.1 and sum(rate(req_total{s="x"}[5m])) > 1',
    ],
    ['guarded by its excepted zero', 'sum(used) / sum(size) > 0.8 unless sum(size) == 0'],
    ['clamped', 'sum(used) / clamp_min(sum(size), 1) > 0.8'],
    ['by a constant', 'sum(used) / (2 ^ 16 - 1) > 0.8'],
    ['of a percentage', '100 * sum(rate(req_total{s="x"}[5m])) / sum(rate(req_total[5m])) > 5'],
    ['of a percentage at the end', 'sum(rate(req_total{s="x"}[5m])) / sum(rate(req_total[5m])) * 100 > 5'],
    ['of a rest, whose 0 makes -Inf', '1 - sum(used) / sum(size) > 0.8'],
    ['of a rest of a percentage', '100 - 100 * sum(used) / sum(size) > 80'],
    ['that is under its limit, as +Inf never is', 'sum(used) / sum(size) < 0.1'],
    [
      'of a part of a sum',
      'sum(rate(err_total[5m])) / (sum(rate(err_total[5m])) + sum(rate(ok_total[5m]))) > 0.1',
    ],
    ['by what counts series', 'count(up == 0) / count(up) > 0.5'],
    ['by the same over longer', 'sum(rate(err_total[5m])) / sum(rate(err_total[1h])) > 2'],
    ['of a weighted mean', 'sum(used * size) / sum(size) > 5'],
    ['of a mean of each series', 'max by (l) (rate(dur_seconds_sum[5m]) / rate(dur_seconds_count[5m])) > 1'],
    ['of what is left', '(sum(size) - sum(free_bytes)) / sum(size) > 0.8'],
    ['of what is left of each', 'max by (l) ((size - free_bytes) / size) * 100 > 80'],
    ['of what is left together', 'sum(size - free_bytes) / sum(size) > 0.8'],
    ['by a time', 'sum(used) / time() > 5'],
    ['guarded as it is matched', 'max by (l) (used / ignoring (s) size > 0.8 and ignoring (s) size > 0) > 0'],
    ['guarded in what it leaves', 'max(used / (size unless size == 0)) > 0.8'],
  ])('a division %s: %s', (_, text) => {
    expect(judged(text)).toBe('');
  });

  test.each([
    ['of what is counted where it is under a limit', 'count by (l) (g < 1) > 0'],
    ['of what is absent', 'absent(up) == 1'],
    ['of one thing beside another', 'count(g and on (l) b) > 0'],
    ['of a label that is made of others', 'count by (host2) (label_join(a, "host2", "", "instance")) > 5'],
    [
      'of a label that is made and replaced',
      'sum by (x) (label_replace(label_replace(a, "x", "$1", "l", "(.*)"), "x", "$1", "x", "(.).*")) > 5',
    ],
    ['or of what is absent', 'sum by (instance) (up) == 0 or absent(up)'],
    ['of a time since what was', 'time() - max(last_success_timestamp_seconds > 0) > 3600'],
    [
      'of a time since what is known to have been',
      'time() - max(last_success_timestamp_seconds) > 3600 and max(last_success_timestamp_seconds) > 0',
    ],
    ['or 0', '(sum(rate(err_total[5m])) or vector(0)) > 5'],
    ['or 0 of no label', '(sum by (l) (rate(err_total[5m])) or on () vector(0)) > 5'],
    ['of a share of increases', 'sum(increase(thr_total[5m])) / (sum(increase(per_total[5m])) > 0) > 0.25'],
  ])('a condition %s: %s', (_, text) => {
    expect(judged(text, '15m')).toBe('');
  });
});

describe('A wrong one is told of', () => {
  test.each([
    ['a division by what nobody declared to be 0', 'sum(a) / sum(b) > 0.8', /told: where its divisor is 0/],
    [
      'a flow by another of which nobody knows',
      'sum(rate(err_total[5m])) / sum(rate(req_total[5m])) > 0.8',
      /a division by 0 makes \+Inf/,
    ],
    [
      'a part of what another counter counts',
      'sum(rate(shop_sends_failed_total[5m])) / sum(rate(shop_sends_total[5m])) > 0.8',
      /told: where its divisor is 0/,
    ],
    ['a part that is negative', '-sum(used) / sum(size) < -0.8', /a division by 0 makes -Inf/],
    [
      'what is left, under a limit',
      '(sum(size) - sum(free_bytes)) / sum(size) < 0.2',
      /a division by 0 makes -Inf/,
    ],
    ['what is left of another', '(sum(used) - sum(free_bytes)) / sum(size) > 0.2', /a division by 0 makes/],
    [
      '(mistake 47) a time since what never was',
      'time() - max(last_success_timestamp_seconds) > 3600',
      /told: it fires where the moment is 0/,
    ],
    [
      '(mistake 47) a share against a percentage',
      'sum(rate(err_total[5m])) / (sum(rate(req_total[5m])) > 0) > 5',
      /told: a share over 5 is over 500%/,
    ],
    ['a division by a flow', 'sum(used) / sum(rate(req_total[5m])) > 0.8', /a division by 0/],
    [
      '(mistake 13) a division by what may be 0',
      'sum(used) / sum(size) > 0.8',
      /a division by 0 makes \+Inf/,
    ],
    ['a rest under its limit, as -Inf is', '1 - sum(used) / sum(size) < 0.2', /a division by 0 makes -Inf/],
    ['a guard of something else', 'sum(used) / sum(size) > 0.8 and sum(used) > 0', /a division by 0/],
    ['a guard of the least by the sum', 'max(used) / min(size) > 0.8 and sum(size) > 0', /a division by 0/],
    ['a guard outside of what is chosen', 'max(used / size) > 0.8 and max(size) > 0', /a division by 0/],
    [
      'a guard of another time',
      'max_over_time((max(used) / max(size))[1h:5m]) > 0.8 and max(size) > 0',
      /a division by 0/,
    ],
    ['a guard that lets 0 through', 'sum(used) / sum(size) > 0.8 and sum(size) >= 0', /a division by 0/],
    [
      'a guard of one of several',
      'max by (l, s) (used) / max by (l, s) (size) > 0.8 and on (l) max by (l, s) (size) > 0',
      /a division by 0/,
    ],
    ['a quotient under a limit, over another', 'count(used / size > 0.5) > 1', /a division by 0/],
    [
      'a share that is always over its limit',
      'sum(rate(req_total{s="x"}[5m])) / sum(rate(req_total[5m])) >= 0',
      /it fires always/,
    ],
    [
      '(mistake 7) an increase that is forgotten',
      'sum(increase(err_total[5m])) > 0',
      /told: .*only events that keep coming/,
    ],
    ['a difference that is forgotten', 'sum(delta(g[1m])) > 0', /told: .*only events that keep coming/],
  ])('%s: %s', (_, text, why) => {
    expect(judged(text)).toMatch(why);
  });
});

describe('A wrong one is refused', () => {
  test.each([
    [
      'a quantile since the process began',
      'histogram_quantile(0.9, sum by (le) (dur_seconds_bucket)) > 1',
      /compares a counter as it stands/,
    ],
    ['(mistake 45) a counter as it stands', 'sum(err_total) > 10', /compares a counter as it stands/],
    [
      'a counter as it stood last',
      'max(last_over_time(err_total[5m])) * 2 > 10',
      /compares a counter as it stands/,
    ],
    ['a counter or another', '(sum(err_total) or vector(0)) > 10', /compares a counter as it stands/],
    ['a counter inside', 'count(err_total > 10) > 0', /compares a counter as it stands/],
    [
      '(mistake 45) a difference of a counter',
      'sum(delta(err_total[5m])) > 10',
      /delta of err_total, a counter/,
    ],
    [
      'a line through a counter',
      'sum(predict_linear(err_total[5m], 3600)) > 10',
      /predict_linear of err_total, a counter/,
    ],
    ['(mistake 45) a rate of a gauge', 'sum(rate(g[5m])) > 10', /rate of g, a gauge/],
    ['a rate of a gauge in a subquery', 'sum(rate(g[5m:1m])) > 10', /rate of g, a gauge/],
    [
      '(mistake 12) a part of its whole, series by series',
      'max by (instance) (rate(req_total{code=~"5.."}[5m]) / rate(req_total[5m])) > 0.05',
      /is always 1: each series is matched with itself/,
    ],
    [
      'two parts that never match',
      'sum(a{l="a"} / a{l="b"}) > 1',
      /joins series of l "a" with those of "b", which never match/,
    ],
    [
      '(mistake 3) summands that never match',
      'max(a{s="hit"} / (a{s="hit"} + a{s="miss"})) < 0.8',
      /joins series of s "hit" with those of "miss"/,
    ],
    [
      'a guard that never matches',
      'max by (s) (a{s="x"}) > 1 and max by (s) (b{s=~"y|z"}) > 0',
      /joins series of s "x" with those of "y\|z"/,
    ],
    [
      'a guard by a label that the left side lost',
      'max by (l) (a) > 1 and on (s) max by (s) (b) > 0',
      /and matches by 's', which a side has not; it has l/,
    ],
    [
      'a guard by what is left of the labels',
      'max by (l) (a) > 1 and ignoring (s) max by (s) (b) > 0',
      /which never match/,
    ],
    [
      '(mistake 38) matchers that contradict each other',
      'sum(a{l="x", l!="x"}) > 1',
      /selects nothing: its matchers of l let nothing through/,
    ],
    ['a matcher that nothing passes', 'sum(a{l!~".*"}) > 1', /selects nothing/],
    ['two values at once', 'sum(a{l="x", l=~"y|z"}) > 1', /selects nothing/],
    [
      'a quantile without edges',
      'histogram_quantile(0.9, sum by (l) (rate(dur_seconds_bucket[5m]))) > 1',
      /reads 'le', which is gone/,
    ],
    [
      'a part of a whole over 1, behind a least value',
      'sum(rate(err_total[5m])) / clamp_min(sum(rate(err_total[5m])) + sum(rate(ok_total[5m])), 1) > 25',
      /it can never fire: the signal lies between 0 and 1/,
    ],
    [
      '(mistake 8) a part of a whole over 1 inside',
      'count(sum(rate(req_total{s="x"}[5m])) / sum(rate(req_total[5m])) > 5) > 0',
      /never holds: .* lies between 0 and 1/,
    ],
    [
      '(mistake 98) a rate of a sum',
      'rate(sum(err_total)[5m:1m]) > 5',
      /takes the restart of one for a restart of all, since only their sum falls; sum up afterwards: sum\(rate\(…\)\)/,
    ],
    ['a rate of a sum of gauges', 'rate(sum(used)[5m:1m]) > 5', /rate of used, a gauge/],
    [
      '(mistake 99) a quantile as a percentage',
      'histogram_quantile(95, sum by (le) (rate(dur_seconds_bucket[5m]))) > 1',
      /asks for the quantile 95, and a quantile is between 0 and 1, .*; write 0.95/,
    ],
    [
      'a quantile of values as a percentage',
      'quantile by (l) (99, a) > 1',
      /asks for the quantile 99, .*; write 0.99/,
    ],
    ['a quantile over time', 'max(quantile_over_time(1.5, a[5m])) > 1', /asks for the quantile 1.5/],
    [
      'a quantile without the last edge',
      'histogram_quantile(0.9, sum by (le) (rate(dur_seconds_bucket{le=~"1|5"}[5m]))) > 1',
      /is NaN, since a matcher of le leaves out the last bucket/,
    ],
    ['a moment of what was computed', 'max(timestamp(a > b)) < time() - 36000', /is the time of evaluation/],
  ])('%s: %s', (_, text, why) => {
    expect(judged(text)).toMatch(why);
  });
});

describe('What looks like it is not', () => {
  test.each([
    [
      'a part of its whole, of several series each',
      'max(sum without (l) (rate(req_total{l="x"}[5m])) / sum without (l) (rate(req_total[5m]))) > 0.05',
    ],
    [
      'series of a target, but for what is ignored',
      'max(a != ignoring (instance) group_left () count by (job) (up == 1)) > 0',
    ],
    ['a counter that has not begun', 'sum(err_total) == 0'],
    ['a counter under its limit', 'sum(err_total) < 1'],
    ['what two counters differ by', 'sum(req_total) - sum(ok_total) > 10'],
    ['a guard that a counter was ever there', 'sum(rate(err_total[5m])) > 1 and sum(req_total) > 100'],
    ['a counter whose series are counted', 'count(err_total) > 10'],
    ['new series of a counter', 'sum(err_total unless err_total offset 5m) > 10'],
    [
      'a native histogram, which has no edges',
      'histogram_quantile(0.9, sum by (l) (rate(ok_total[5m]))) > 1',
    ],
    ['parts that are summed up', 'sum(a{l="a"}) - sum(a{l="b"}) > 1'],
    ['parts that ignore what tells them apart', 'max(a{l="a"} - ignoring (l) a{l="b"}) > 1'],
    ['parts that have a value in common', 'max(a{l=~"a|b"} - a{l=~"b|c"} offset 5m) > 1'],
    ['a label that is written over', 'max(label_replace(a{l="a"}, "l", "b", "", "") - a{l="b"}) > 1'],
    ['either of two', 'max(a{l="a"} or a{l="b"}) > 1'],
    ['a series and what it was', 'max(a - a offset 5m) > 1'],
    ['matchers that narrow each other', 'sum(a{l=~"x|y", l!="x"}) > 1'],
    ['matchers that say nothing together', 'sum(a{l!="x", l!~"y.*"}) > 1'],
    ['a moment of a metric', 'time() - max(timestamp(a)) > 60'],
    ['series of a target, aggregated by it', 'max by (l) (max by (job, instance, l) (a) > 1 and a) > 0'],
  ])('%s: %s', (_, text) => {
    expect(judged(text)).toBe('');
  });
});
