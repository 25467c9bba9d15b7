import { describe, expect, test } from '@jest/globals';
import { treacherousDivisors } from '#promql/expr/divisor.js';
import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { stored } from '#promql/metric/catalog.js';
import { shop } from './shop.js';

const known = stored([shop]);
const divisors = (text: string): readonly string[] =>
  treacherousDivisors(parse(text, (name) => known.get(name))).map(inline);

const [sum, count] = ['shop_request_duration_seconds_sum', 'shop_request_duration_seconds_count'];

describe('(mistake 13) A divisor that may be 0 while what it divides is not', () => {
  test.each([
    ['max(shop_memory_bytes) / max(shop_memory_limit_bytes)', ['max(shop_memory_limit_bytes)']],
    ['1 / shop_open', ['shop_open']],
    ['shop_memory_bytes / (shop_memory_limit_bytes >= 0)', ['shop_memory_limit_bytes >= 0']],
    ['shop_memory_bytes / (shop_clock_drift_seconds > -1)', ['shop_clock_drift_seconds > -1']],
    ['sum(shop_memory_bytes / shop_memory_limit_bytes)', ['shop_memory_limit_bytes']],
    ['shop_memory_bytes / count(shop_open) / shop_open', ['shop_open']],
    [
      'sum(rate(shop_requests_total[1h])) / sum(rate(shop_requests_total[5m]))',
      ['sum(rate(shop_requests_total[5m]))'],
    ],
    [`sum(rate(${sum}[5m])) / sum(rate(${count}[1m]))`, [`sum(rate(${count}[1m]))`]],
    [
      `sum(rate(${sum}[5m])) / sum(rate(${count}{method="GET"}[5m]))`,
      [`sum(rate(${count}{method="GET"}[5m]))`],
    ],
    [`(sum(rate(${sum}[5m])) + 1) / sum(rate(${count}[5m]))`, [`sum(rate(${count}[5m]))`]],
    ['shop_memory_bytes / stddev(shop_memory_bytes > 0)', ['stddev(shop_memory_bytes > 0)']],
    ['shop_memory_bytes / (shop_open > bool 0)', ['shop_open > bool 0']],
    [
      'shop_memory_bytes / sum((shop_open > 0) or -shop_memory_bytes - 1)',
      ['sum(shop_open > 0 or -shop_memory_bytes - 1)'],
    ],
    [
      'shop_memory_bytes / (shop_memory_limit_bytes > 0 or vector(0))',
      ['shop_memory_limit_bytes > 0 or vector(0)'],
    ],
  ])('%s', (text, found) => {
    expect(divisors(text)).toEqual(found);
  });
});

describe('A divisor is no danger', () => {
  test.each([
    ['over 0', 'max(shop_memory_bytes) / (max(shop_memory_limit_bytes) > 0)'],
    ['added up from values over 0', 'max(shop_memory_bytes) / sum(shop_memory_limit_bytes > 0)'],
    ['that is a number', 'shop_memory_bytes / 1024'],
    ['that counts series', 'sum(shop_open) / count(shop_open)'],
    ['over 0, times another', 'shop_memory_bytes / ((shop_memory_limit_bytes > 0) * 2)'],
    [
      'over 0, where something else is there',
      'shop_memory_bytes / ((shop_memory_limit_bytes > 0) and shop_open)',
    ],
    ['that is never under a number over 0', 'shop_memory_bytes / clamp_min(shop_memory_limit_bytes, 1)'],
    ['that is always negative', 'shop_memory_bytes / -(shop_memory_limit_bytes + 1)'],
    [
      'that is the whole of what it divides',
      'sum(rate(shop_requests_total{status=~"5.."}[5m])) / sum(rate(shop_requests_total[5m]))',
    ],
    ['that counts what is summed up', `sum(rate(${sum}[5m])) / sum(rate(${count}[5m]))`],
    [
      'that counts what is summed up in each group',
      `sum by (method) (increase(${sum}[5m])) / sum by (method) (increase(${count}[5m]))`,
    ],
  ])('%s', (_, text) => {
    expect(divisors(text)).toEqual([]);
  });
});
