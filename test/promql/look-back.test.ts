import { describe, expect, test } from '@jest/globals';
import { lookBack } from '#promql/expr/look-back.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';

const recorded = { ...bareMetric('recorded'), recorded: parse('rate(a[10m])', bareMetric) };
const lookup = (name: string) => (name === 'recorded' ? recorded : bareMetric(name));

describe('Seconds that an expression looks back', () => {
  test.each([
    ['a', 0],
    ['rate(a[5m])', 300],
    ['rate(a[5m]) / rate(b[1h])', 3_600],
    ['max_over_time(rate(a[5m])[1h:1m])', 3_900],
    ['rate(a[$__rate_interval])', 0],
    // A sample serves for the present value for five minutes.
    ['a offset 1h', 3_900],
    ['rate(recorded[5m])', 900],
    ['max_over_time(rate(a[5m])[1h:1m] offset 1d)', 90_300],
  ])('%s: %d', (text, seconds) => {
    expect(lookBack(parse(text, lookup))).toBe(seconds);
  });
});
