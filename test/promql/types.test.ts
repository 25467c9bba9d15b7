import { describe, expect, test } from '@jest/globals';
import { read } from './judged.js';
import { checkRules } from './promtool.js';

/** What Prometheus refuses, and why we do. */
const wrong: readonly (readonly [string, RegExp])[] = [
  ['1 and 1', /'1 and 1': and is of series, and a number is none/],
  ['a or 1', /or is of series, and a number is none/],
  ['1 == 1', /'1 == 1' compares two numbers, of which nothing can be kept; write == bool/],
  ['-a[5m]', /'-a\[5m\]' takes a number or series, and 'a\[5m\]' is series over a window/],
  ['-"x"', /and '"x"' is a text/],
  ['a[5m] + 1', /\+ takes a number or series, and 'a\[5m\]' is series over a window/],
  ['"x" + 1', /\+ takes a number or series/],
  ['floor(1)', /floor takes series, and '1' is a number/],
  ['rate(err_total)', /rate takes series over a window, and 'err_total' is series/],
  ['rate(sum(err_total))', /rate takes series over a window/],
  ['sum(a[5m])', /sum takes series, and 'a\[5m\]' is series over a window/],
  ['sum(1)', /sum takes series, and '1' is a number/],
  ['count_values(5, a)', /count_values, before its series, takes a text, and '5' is a number/],
  ['topk("x", a)', /topk, before its series, takes a number/],
  ['topk(a, a)', /topk, before its series, takes a number, and 'a' is series/],
  ['a[5m:][10m:5s]', /the window of 'a\[5m:\]\[10m:5s\]' takes series/],
  ['1[5m:1m]', /takes series, and '1' is a number/],
  ['floor(a, b)', /floor takes series; 2 are given/],
  ['time(a)', /time takes nothing; 1 is given/],
  ['rate()', /rate takes series over a window; 0 are given/],
  ['clamp(a, 1)', /clamp takes series, a number, a number; 2 are given/],
  ['clamp_min(a, b)', /clamp_min takes a number, and 'b' is series/],
  ['round(a, 1, 2)', /round takes series, a number, which may be left out; 3 are given/],
  ['label_join(a, "x")', /label_join takes .*, which may be repeated; 2 are given/],
  ['label_join(a, "x", ",", 5)', /label_join takes a text, and '5' is a number/],
  ['label_replace(a, "x", "$1", "l")', /label_replace takes .*; 4 are given/],
  ['vector(a)', /vector takes a number/],
  ['scalar(5)', /scalar takes series/],
  ['hour(5)', /hour takes series/],
  ['histogram_quantile(a, a)', /histogram_quantile takes a number/],
  ['quantile_over_time(a[5m], 0.9)', /quantile_over_time takes a number/],
  ['a + bool b', /bool is of comparisons alone/],
  ['a and on(l) group_left(s) b', /and brings nothing along; leave out group_left/],
  ['a unless ignoring(l) group_right() b', /unless brings nothing along; leave out group_right/],
  ['a + on(l) 5', /a number has no labels to match by; leave out on/],
  ['5 * ignoring(l) a', /a number has no labels to match by; leave out ignoring/],
  ['a * on(l) group_left(l) b', /l is matched by, and cannot be brought along too/],
  ['a{__name__="b"}', /the metric has its name already; leave it out/],
  ['sum(rate(err_total[0m]))', /has a window of 0m, in which nothing lies/],
  ['max_over_time(sum(a)[0s:1m])', /has a window of 0s/],
  ['max_over_time(sum(a)[5m:0s])', /has a window of 0s/],
  ['mad_over_time(a[5m])', /mad_over_time is experimental: Prometheus knows it since 2.49, and only with/],
  ['limitk(5, a)', /limitk is experimental/],
  ['info(a)', /info is experimental/],
];

describe('(mistake 46) A text that Prometheus refuses is refused', () => {
  test.each(wrong)('%s', (text, why) => {
    expect(read(text)).toMatch(why);
  });

  test('as real promtool refuses each of them', async () => {
    const said = await checkRules(wrong.map(([expr], i) => ({ record: `wrong:${i}`, expr })));
    const refused = new Set([...said.matchAll(/"wrong:(\d+)"/g)].map(([, i]) => Number(i)));
    expect(wrong.filter((_, i) => !refused.has(i)).map(([text]) => text)).toEqual([]);
  });
});

const right: readonly string[] = [
  '1 == bool 1',
  'sum(a) + 1 ^ 2',
  '-sum(a)',
  'hour()',
  'hour(vector(0))',
  'sum(a) > bool 5',
  'sum(a) + on() sum(b)',
  'round(sum(a))',
  'round(sum(a), 5)',
  'vector(time() - 5)',
  'sum(topk(scalar(sum(a)), b))',
  'count(count_values("l", a))',
  'sum(label_join(a, "x", ",", "l", "s", "host"))',
  'sum(label_replace(a, "x", "fixed", "", ""))',
  'max_over_time(sum(a)[1h:])',
  'sum(quantile_over_time(0.9, a[5m]))',
  'histogram_quantile(0.9, sum by (le) (rate(dur_seconds_bucket[5m])))',
  'sum(a) and sum(b) or vector(0)',
  'sum(predict_linear(a[1h], 4 * 3600))',
];

describe('A text that Prometheus takes is taken', () => {
  test.each(right)('%s', (text) => {
    expect(read(text)).toBe('');
  });

  test('as real promtool takes all of them', async () => {
    expect(await checkRules(right.map((expr, i) => ({ record: `right:${i}`, expr })))).toBe('');
  });
});
