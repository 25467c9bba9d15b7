import { expect, test } from '@jest/globals';
import { earlier } from '#promql/expr/earlier.js';
import { parse } from '#promql/expr/parse.js';
import { print } from '#promql/expr/print.js';
import { bareMetric } from '#promql/metric/metric.js';

const told = (text: string, ago: '1d' | '1w' = '1d'): string =>
  print(earlier(parse(text, bareMetric), ago)).replaceAll(/\s+/g, ' ');

test.each([
  ['a gauge', 'a', 'a offset 1d'],
  ['a rate', 'sum(rate(a[5m]))', 'sum(rate(a[5m] offset 1d))'],
  ['both sides of a share', 'a / b', 'a offset 1d / b offset 1d'],
  ['what is read earlier already', 'a offset 1h', 'a offset 25h'],
  ['what looks ahead', 'a offset -1d', 'a offset 0s'],
  [
    'a window of values, once',
    'sum_over_time(rate(a[5m])[1h:1m])',
    'sum_over_time(rate(a[5m])[1h:1m] offset 1d)',
  ],
  ['how long ago something was', 'time() - a', 'time() - 86400 - a offset 1d'],
  ['the hour', 'a and hour() > 9', 'a offset 1d and hour(vector(time() - 86400)) > 9'],
  ['the hour of a moment', 'hour(a)', 'hour(a offset 1d)'],
  ['a number', '1', '1'],
])('%s is told as it was', (_, now, then) => {
  expect(told(now)).toBe(then);
});

test('a week ago is written as a person writes it', () => {
  expect(told('a', '1w')).toBe('a offset 1w');
});
