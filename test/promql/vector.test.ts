import { describe, expect, test } from '@jest/globals';
import { perSecond, seconds, yes } from '#promql/unit/limit.js';
import { absent, absentOverTime } from '#promql/vector/absent.js';
import { avg, bottomk, count, max, min, sum, topk } from '#promql/vector/aggregate.js';
import {
  abs,
  add,
  ceil,
  clamp,
  clampMax,
  clampMin,
  complement,
  divide,
  floor,
  modulo,
  multiply,
  power,
  sort,
  sortDesc,
  subtract,
} from '#promql/vector/arithmetic.js';
import { compare, compareBool, positive } from '#promql/vector/compare.js';
import { histogramQuantile } from '#promql/vector/histogram.js';
import { labelJoin, labelReplace } from '#promql/vector/label-replace.js';
import { ignoring, on } from '#promql/vector/matching.js';
import {
  avgOverTime,
  changes,
  countOverTime,
  delta,
  deriv,
  lastOverTime,
  maxOverTime,
  minOverTime,
  predictLinear,
  presentOverTime,
  quantileOverTime,
  stddevOverTime,
  sumOverTime,
} from '#promql/vector/over-time.js';
import { increase, irate, rate, resets, timestamp, value } from '#promql/vector/select.js';
import { and, constant, or, orZero, unless } from '#promql/vector/set.js';
import {
  dayOfMonth,
  dayOfWeek,
  daysInMonth,
  daysUntil,
  hour,
  minute,
  month,
  now,
  since,
  year,
} from '#promql/vector/time.js';
import type { AnySamples, AnyVector } from '#promql/vector/vector.js';
import { shop } from './shop.js';

const { requests, cpu, sent, baskets, drift, memory, memoryLimit, fill, open, backup, duration } = shop;
const total = sum(value(baskets));
const perShelf = sum(value(baskets), { by: ['shelf'] });
const perShelfAndPod = sum(value(baskets), { by: ['shelf', 'pod'] });
const used = max(value(memory), { by: ['pod'] });
const limit = max(value(memoryLimit), { by: ['pod'] });

describe('Series as scraped', () => {
  test.each<[AnySamples, string, string]>([
    [value(memory), 'shop_memory_bytes', 'bytes'],
    [rate(requests, '5m'), 'rate(shop_requests_total[5m])', 'perSecond'],
    [rate(sent, '5m'), 'rate(shop_sent_bytes_total[5m])', 'bytesPerSecond'],
    [rate(cpu, '$__rate_interval'), 'rate(shop_cpu_seconds_total[$__rate_interval])', 'cores'],
    [irate(requests, '1m'), 'irate(shop_requests_total[1m])', 'perSecond'],
    [increase(sent, '1h'), 'increase(shop_sent_bytes_total[1h])', 'bytes'],
    [resets(sent, '1h'), 'resets(shop_sent_bytes_total[1h])', 'count'],
    [increase(requests.offset('1d'), '1h'), 'increase(shop_requests_total[1h] offset 1d)', 'count'],
    [avgOverTime(memory, '1h'), 'avg_over_time(shop_memory_bytes[1h])', 'bytes'],
    [avgOverTime(open, '1h'), 'avg_over_time(shop_open[1h])', 'ratio'],
    [sumOverTime(open, '1h'), 'sum_over_time(shop_open[1h])', 'count'],
    [maxOverTime(memory, '1h'), 'max_over_time(shop_memory_bytes[1h])', 'bytes'],
    [minOverTime(memory, '1h'), 'min_over_time(shop_memory_bytes[1h])', 'bytes'],
    [lastOverTime(memory, '1h'), 'last_over_time(shop_memory_bytes[1h])', 'bytes'],
    [stddevOverTime(memory, '1h'), 'stddev_over_time(shop_memory_bytes[1h])', 'bytes'],
    [quantileOverTime(0.9, memory, '1h'), 'quantile_over_time(0.9, shop_memory_bytes[1h])', 'bytes'],
    [countOverTime(requests, '1h'), 'count_over_time(shop_requests_total[1h])', 'count'],
    [presentOverTime(requests, '1h'), 'present_over_time(shop_requests_total[1h])', 'boolean'],
    [changes(open, '1h'), 'changes(shop_open[1h])', 'count'],
    [delta(backup, '1h'), 'delta(shop_last_backup_timestamp_seconds[1h])', 'seconds'],
    [deriv(memory, '1h'), 'deriv(shop_memory_bytes[1h])', 'bytesPerSecond'],
    [predictLinear(memory, '6h', '1d'), 'predict_linear(shop_memory_bytes[6h], 86400)', 'bytes'],
    [timestamp(open), 'timestamp(shop_open)', 'timestamp'],
    [topk(3, value(baskets)), 'topk(3, shop_open_baskets)', 'count'],
    [
      labelReplace(value(baskets), { to: 'row', replacement: '$1', from: 'shelf', pattern: /(.)-.*/ }),
      'label_replace(shop_open_baskets, "row", "$1", "shelf", "(.)-.*")',
      'count',
    ],
  ])('%s', (samples, text, unit) => {
    expect([String(samples), samples.unit]).toEqual([text, unit]);
  });
});

describe('Vectors', () => {
  test.each<[AnyVector, string, readonly string[], string]>([
    [sum(value(open)), 'sum(shop_open)', [], 'count'],
    [avg(value(open), { by: ['pod'] }), 'avg by (pod) (shop_open)', ['pod'], 'ratio'],
    [min(value(drift)), 'min(shop_clock_drift_seconds)', [], 'seconds'],
    [count(perShelf), 'count(sum by (shelf) (shop_open_baskets))', [], 'count'],
    [
      max(perShelfAndPod, { by: ['pod'] }),
      'max by (pod) (sum by (shelf, pod) (shop_open_baskets))',
      ['pod'],
      'count',
    ],
    [topk(3, perShelf), 'topk(3, sum by (shelf) (shop_open_baskets))', ['shelf'], 'count'],
    [
      bottomk(1, perShelfAndPod, { by: ['pod'] }),
      'bottomk by (pod) (1, sum by (shelf, pod) (shop_open_baskets))',
      ['shelf', 'pod'],
      'count',
    ],
    [
      histogramQuantile(0.95, duration, '5m', { by: ['method'] }),
      'histogram_quantile(0.95, sum by (le, method) (rate(shop_request_duration_seconds_bucket[5m])))',
      ['method'],
      'seconds',
    ],
    [
      absent(open.where({ pod: 'a', job: 'b' }), { by: ['pod', 'job'] }),
      'absent(shop_open{job="b", pod="a"})',
      ['pod', 'job'],
      'boolean',
    ],
    [absentOverTime(open, '1h'), 'absent_over_time(shop_open[1h])', [], 'boolean'],
    [
      divide(used, limit),
      'max by (pod) (shop_memory_bytes) / max by (pod) (shop_memory_limit_bytes)',
      ['pod'],
      'ratio',
    ],
    [divide(used, 1024), 'max by (pod) (shop_memory_bytes) / 1024', ['pod'], 'bytes'],
    [divide(used, seconds(60)), 'max by (pod) (shop_memory_bytes) / 60', ['pod'], 'bytesPerSecond'],
    [multiply(total, 2), 'sum(shop_open_baskets) * 2', [], 'count'],
    [
      multiply(sum(rate(requests, '5m')), max(value(drift))),
      'sum(rate(shop_requests_total[5m])) * max(shop_clock_drift_seconds)',
      [],
      'count',
    ],
    [
      add(max(value(backup)), seconds('1d')),
      'max(shop_last_backup_timestamp_seconds) + 86400',
      [],
      'timestamp',
    ],
    [
      subtract(now(), max(value(backup))),
      'vector(time()) - max(shop_last_backup_timestamp_seconds)',
      [],
      'seconds',
    ],
    [
      since(max(value(backup), { by: ['pod'] })),
      'time() - max by (pod) (shop_last_backup_timestamp_seconds)',
      ['pod'],
      'seconds',
    ],
    [
      daysUntil(min(value(backup), { by: ['pod'] })),
      'floor((min by (pod) (shop_last_backup_timestamp_seconds) - time()) / 86400)',
      ['pod'],
      'count',
    ],
    [complement(avg(value(fill))), '1 - avg(shop_shelf_fill_ratio)', [], 'ratio'],
    [modulo(total, 7), 'sum(shop_open_baskets) % 7', [], 'count'],
    [power(total, 2), 'sum(shop_open_baskets) ^ 2', [], 'count'],
    [abs(max(value(drift))), 'abs(max(shop_clock_drift_seconds))', [], 'seconds'],
    [ceil(total), 'ceil(sum(shop_open_baskets))', [], 'count'],
    [floor(total), 'floor(sum(shop_open_baskets))', [], 'count'],
    [sort(perShelf), 'sort(sum by (shelf) (shop_open_baskets))', ['shelf'], 'count'],
    [sortDesc(perShelf), 'sort_desc(sum by (shelf) (shop_open_baskets))', ['shelf'], 'count'],
    [
      clamp(max(value(drift)), { value: -1, unit: 'seconds' }, seconds(1)),
      'clamp(max(shop_clock_drift_seconds), -1, 1)',
      [],
      'seconds',
    ],
    [clampMin(max(value(drift)), seconds(0)), 'clamp_min(max(shop_clock_drift_seconds), 0)', [], 'seconds'],
    [
      clampMax(max(value(drift)), seconds('5m')),
      'clamp_max(max(shop_clock_drift_seconds), 300)',
      [],
      'seconds',
    ],
    [
      compare(sum(rate(requests, '5m')), '>', perSecond(10)),
      'sum(rate(shop_requests_total[5m])) > 10',
      [],
      'perSecond',
    ],
    [
      compareBool(used, '>=', limit),
      'max by (pod) (shop_memory_bytes) >= bool max by (pod) (shop_memory_limit_bytes)',
      ['pod'],
      'boolean',
    ],
    [compareBool(max(value(open)), '==', yes), 'max(shop_open) == bool 1', [], 'boolean'],
    [positive(limit), 'max by (pod) (shop_memory_limit_bytes) > 0', ['pod'], 'bytes'],
    [
      and(used, limit),
      'max by (pod) (shop_memory_bytes) and max by (pod) (shop_memory_limit_bytes)',
      ['pod'],
      'bytes',
    ],
    [
      unless(used, total, on()),
      'max by (pod) (shop_memory_bytes) unless on () sum(shop_open_baskets)',
      ['pod'],
      'bytes',
    ],
    [
      and(perShelfAndPod, used, on('pod')),
      'sum by (shelf, pod) (shop_open_baskets) and on (pod) max by (pod) (shop_memory_bytes)',
      ['shelf', 'pod'],
      'count',
    ],
    [
      and(perShelfAndPod, used, ignoring('shelf')),
      'sum by (shelf, pod) (shop_open_baskets) and ignoring (shelf) max by (pod) (shop_memory_bytes)',
      ['shelf', 'pod'],
      'count',
    ],
    [
      or(used, limit),
      'max by (pod) (shop_memory_bytes) or max by (pod) (shop_memory_limit_bytes)',
      ['pod'],
      'bytes',
    ],
    [orZero(total), 'sum(shop_open_baskets) or vector(0)', [], 'count'],
    [constant(seconds('5m')), 'vector(300)', [], 'seconds'],
    [
      divide(perShelfAndPod, perShelf, on('shelf').groupLeft()),
      'sum by (shelf, pod) (shop_open_baskets) / on (shelf) group_left sum by (shelf) (shop_open_baskets)',
      ['shelf', 'pod'],
      'ratio',
    ],
    [
      divide(perShelf, perShelfAndPod, ignoring('pod').groupRight()),
      'sum by (shelf) (shop_open_baskets) / ignoring (pod) group_right sum by (shelf, pod) (shop_open_baskets)',
      ['shelf', 'pod'],
      'ratio',
    ],
    [
      multiply(used, max(value(open), { by: ['pod', 'service'] }), on('pod').groupLeft('service')),
      'max by (pod) (shop_memory_bytes) * on (pod) group_left (service) max by (pod, service) (shop_open)',
      ['pod', 'service'],
      'bytes',
    ],
    [
      compare(perShelfAndPod, '>', perShelf, on('shelf').groupLeft()),
      'sum by (shelf, pod) (shop_open_baskets) > on (shelf) group_left sum by (shelf) (shop_open_baskets)',
      ['shelf', 'pod'],
      'count',
    ],
    [
      compareBool(perShelfAndPod, '>', total, on().groupLeft()),
      'sum by (shelf, pod) (shop_open_baskets) > bool on () group_left sum(shop_open_baskets)',
      ['shelf', 'pod'],
      'boolean',
    ],
    [
      add(perShelfAndPod, total, on().groupLeft()),
      'sum by (shelf, pod) (shop_open_baskets) + on () group_left sum(shop_open_baskets)',
      ['shelf', 'pod'],
      'count',
    ],
    [
      labelReplace(perShelf, { to: 'row', replacement: 'x', from: 'shelf', pattern: /a\/.*/i }),
      'label_replace(sum by (shelf) (shop_open_baskets), "row", "x", "shelf", "(?i)a/.*")',
      ['shelf', 'row'],
      'count',
    ],
    [
      labelReplace(perShelf, { to: 'shelf', replacement: 'x', from: 'shelf', pattern: /a/ }),
      'label_replace(sum by (shelf) (shop_open_baskets), "shelf", "x", "shelf", "a")',
      ['shelf'],
      'count',
    ],
    [
      labelJoin(perShelfAndPod, { to: 'place', separator: '/', from: ['shelf', 'pod'] }),
      'label_join(sum by (shelf, pod) (shop_open_baskets), "place", "/", "shelf", "pod")',
      ['shelf', 'pod', 'place'],
      'count',
    ],
    [minute(), 'minute()', [], 'count'],
    [
      hour(max(value(backup), { by: ['pod'] })),
      'hour(max by (pod) (shop_last_backup_timestamp_seconds))',
      ['pod'],
      'count',
    ],
    [dayOfWeek(), 'day_of_week()', [], 'count'],
    [dayOfMonth(), 'day_of_month()', [], 'count'],
    [daysInMonth(), 'days_in_month()', [], 'count'],
    [month(), 'month()', [], 'count'],
    [year(), 'year()', [], 'count'],
  ])('%s', (vector, text, labels, unit) => {
    expect([String(vector).replace(/\s+/g, ' '), vector.labels, vector.unit]).toEqual([text, labels, unit]);
  });
});

describe('Refused when it is made', () => {
  test.each<[string, () => unknown, string]>([
    [
      'a quantile outside 0 and 1',
      () => histogramQuantile(95, duration, '5m'),
      'histogramQuantile(95, shop_request_duration_seconds): a quantile is between 0 and 1; write e.g. 0.95',
    ],
    [
      'a quantile over time outside 0 and 1',
      () => quantileOverTime(-0.1, memory, '5m'),
      'quantileOverTime(-0.1, shop_memory_bytes): a quantile is between 0 and 1',
    ],
    [
      'half a series',
      () => topk(2.5, perShelf),
      'topk(2.5, …): how many series must be a whole number over 0',
    ],
    ['a window that is none', () => rate(requests, '1.5h'), "duration '1.5h': write a whole number"],
    ['an offset that is none', () => requests.offset('1.5h'), "duration '1.5h': write a whole number"],
    [
      '(mistake 16) a ratio times 100',
      () => multiply(avg(value(fill)), 100),
      'avg(shop_shelf_fill_ratio) * 100: a ratio * 100 is no ratio any more',
    ],
    [
      '(mistake 16) a quotient times 100',
      () => divide(multiply(used, 100), limit),
      'a ratio * 100 is no ratio any more',
    ],
    [
      'labels that absent does not have',
      () => absent(open.where({ pod: 'a' })),
      "absent(shop_open{pod=\"a\"}): it carries the labels that its matchers fix with '=' (pod), not (none); write { by: ['pod'] }",
    ],
    [
      'labels that no matcher fixes',
      () => absent(open.where({ pod: /a/ }), { by: ['pod'] }),
      '(none), not (pod)',
    ],
    [
      'a label name that is none',
      () => labelReplace(perShelf, { to: 'a-b', replacement: '', from: 'shelf', pattern: /x/ }),
      "labelReplace to a-b: /x/: 'a-b' is not a label name",
    ],
    [
      'a pattern that RE2 does not know',
      () => labelReplace(perShelf, { to: 'row', replacement: '', from: 'shelf', pattern: /(?!x)/ }),
      'labelReplace to row: /(?!x)/: ',
    ],
    [
      '(mistake 70) a group that the pattern does not have',
      () => labelReplace(perShelf, { to: 'row', replacement: '$9', from: 'shelf', pattern: /a.*/ }),
      "labelReplace to row: /a.*/: '$9' refers to the group 9, and the pattern has none; put parentheses around what is meant",
    ],
    [
      'a group whose number runs into a letter',
      () => labelReplace(perShelf, { to: 'row', replacement: '$1st', from: 'shelf', pattern: /(a).*/ }),
      "'$1st' refers to the group 1st, and the pattern has 1; put parentheses around what is meant, and write ${1} before a letter",
    ],
    [
      'a group of a name that the pattern does not have',
      () => labelReplace(perShelf, { to: 'row', replacement: '${end}', from: 'shelf', pattern: /(.*)-b{2}/ }),
      "'${end}' refers to the group end, and the pattern has 1",
    ],
    [
      '(mistake 71) a label by which it is told apart twice',
      () => sum(value(baskets), { by: ['shelf', 'shelf'] }),
      'by (shelf, shelf) of shop_open_baskets: shelf is named twice; name it once',
    ],
    [
      'a joined label that is none',
      () => labelJoin(perShelf, { to: '1', separator: '', from: ['shelf'] }),
      "labelJoin to 1: '1' is not a label name",
    ],
  ])('%s', (_, make, why) => {
    expect(make).toThrow(why);
  });
});

describe('A replacement is taken', () => {
  test.each([
    ['$1-$2', /(a)(.*)/],
    ['${1}st', /(a.*)/],
    ['$0', /a.*/],
    ['$$9', /a.*/],
    ['plain', /a.*/],
  ])('that is %s of %s', (replacement, pattern) => {
    const replaced = labelReplace(perShelf, { to: 'row', replacement, from: 'shelf', pattern });
    expect(String(replaced)).toContain(`"${replacement}"`);
  });
});

/** Calls what the compiler would refuse. */
const untyped =
  (make: (...given: never[]) => unknown, ...given: readonly unknown[]) =>
  () =>
    Reflect.apply(make, undefined, given);

describe('What only types refuse is refused too where they are put aside:', () => {
  test.each<[string, () => unknown, string]>([
    [
      '(mistake 72) a bare number for a limit',
      untyped(compare, used, '>', 5),
      'max by (pod) (shop_memory_bytes) > 5: the values are in bytes, and a bare number has no unit; write bytes(5) or gibibytes(5)',
    ],
    [
      'a limit of another unit',
      untyped(compareBool, used, '>', seconds(5)),
      'max by (pod) (shop_memory_bytes) > 5: the values are in bytes, not in seconds; write bytes(5) or gibibytes(5)',
    ],
    [
      'sides of different labels',
      untyped(divide, perShelf, total),
      '… / …: the labels are (shelf) and (none): both sides need the same labels: aggregate both by the same { by: […] }, or say how they join: on(…).groupLeft()',
    ],
    [
      'series as scraped',
      untyped(divide, value(memory), used),
      '… / …: shop_memory_bytes is as scraped: aggregate first, as sum(…, { by: […] }) does',
    ],
    [
      'series as scraped on the right',
      untyped(and, used, value(memory)),
      '… and …: shop_memory_bytes is as scraped: aggregate first',
    ],
    [
      'a label that the series do not have',
      untyped(sum, value(baskets), { by: ['colour'] }),
      'by (colour) of shop_open_baskets: there is no label colour; there are container, endpoint, instance, job, namespace, pod, service, shelf',
    ],
    [
      'a label that an aggregation has dropped',
      untyped(topk, 3, perShelf, { by: ['pod'] }),
      'by (pod) of sum by (shelf) (shop_open_baskets): there is no label pod; there are shelf',
    ],
  ])('%s', (_, make, why) => {
    expect(make).toThrow(why);
  });

  test('but not a label that a function has made', () => {
    const named = { to: 'row', replacement: '$1', from: 'shelf', pattern: /(.).*/ } as const;
    expect(sum(labelReplace(value(baskets), named), { by: ['row'] }).labels).toEqual(['row']);
  });
});
