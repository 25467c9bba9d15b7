import { describe, expect, test } from '@jest/globals';
import { alternatives } from '#proof/mutate/mutators/matcher.js';
import { mutations } from './expression.js';

describe('a mutant', () => {
  test('compares in another way', () => {
    expect(mutations('used_bytes > 5', 'operator')).toEqual([
      'used_bytes >= 5',
      'used_bytes < 5',
      'used_bytes == 5',
      'used_bytes != 5',
    ]);
  });
  test('has another limit', () => {
    expect(mutations('used_bytes > 5', 'limit')).toEqual([
      'used_bytes > 10',
      'used_bytes > 2.5',
      'used_bytes > 5.5',
      'used_bytes > 4.5',
    ]);
  });
  test('has a limit of 1 instead of 0', () => {
    expect(mutations('used_bytes > 0', 'limit')).toEqual(['used_bytes > 1']);
  });
  test('has no other limit where a comparison only keeps 0 out of a divisor', () => {
    expect(mutations('used_bytes / (capacity_bytes > 0)', 'limit')).toEqual([]);
  });
  test('puts series together in another way', () => {
    expect(mutations('sum(up)', 'aggregation')).toEqual(['max(up)', 'min(up)', 'avg(up)', 'count(up)']);
  });
  test('keeps a label less, none, or one more', () => {
    expect(mutations('sum by (path, status) (up)', 'grouping')).toEqual([
      'sum by (status) (up)',
      'sum by (path) (up)',
      'sum(up)',
      'sum by (path, status, instance) (up)',
    ]);
  });
  test('asks one thing less of its series', () => {
    expect(mutations('up{path="a", status="b"}', 'matcher')).toEqual(['up{status="b"}', 'up{path="a"}']);
  });
  test('lacks an alternative of a pattern', () => {
    expect(mutations('up{path=~"a|b"}', 'alternative')).toEqual(['up{path=~"b"}', 'up{path=~"a"}']);
  });
  test('looks back half and twice as far', () => {
    expect(mutations('rate(requests_total[5m])', 'window')).toEqual([
      'rate(requests_total[150s])',
      'rate(requests_total[10m])',
    ]);
  });
  test('takes another function of the same samples', () => {
    expect(mutations('rate(requests_total[5m])', 'function')).toEqual([
      'irate(requests_total[5m])',
      'increase(requests_total[5m])',
      'delta(requests_total[5m])',
    ]);
  });
  test('asks for another quantile', () => {
    expect(mutations('histogram_quantile(0.95, up)', 'quantile')).toEqual([
      'histogram_quantile(0.5, up)',
      'histogram_quantile(0.9, up)',
      'histogram_quantile(0.99, up)',
    ]);
  });
  test('lacks either side of an `and`', () => {
    expect(mutations('up > 1 and used_bytes > 2', 'guard')).toEqual(['up > 1', 'used_bytes > 2']);
  });
  test('lacks what stands after `unless`', () => {
    expect(mutations('up unless used_bytes', 'guard')).toEqual(['up']);
  });
  test('divides by what may be 0', () => {
    expect(mutations('used_bytes / (capacity_bytes > 0)', 'guard')).toEqual(['used_bytes / capacity_bytes']);
  });
  test('lacks a side of an `or`', () => {
    expect(mutations('up or vector(0)', 'side')).toEqual(['vector(0)', 'up']);
  });
  test('computes in the opposite way', () => {
    expect(mutations('used_bytes / capacity_bytes', 'arithmetic')).toEqual(['used_bytes * capacity_bytes']);
  });
  test('looks at the present', () => {
    expect(mutations('up offset 5m', 'offset')).toEqual(['up']);
  });
  test('keeps other hours', () => {
    expect(mutations('hour() * 60 + minute() >= 540', 'hours')).toEqual([
      'hour() * 60 + minute() >= 480',
      'hour() * 60 + minute() >= 600',
    ]);
  });
  test('keeps other days', () => {
    expect(mutations('day_of_week() <= 5', 'hours')).toEqual(['day_of_week() <= 4', 'day_of_week() <= 6']);
  });
});

describe('the alternatives of a pattern', () => {
  test('may be in a group', () => {
    expect(alternatives('(a|b)-.+').map(({ without }) => without)).toEqual(['(b)-.+', '(a)-.+']);
  });
  test('may themselves hold some', () => {
    expect(alternatives('x(a|b)|c').map(({ without }) => without)).toEqual([
      'x(b)|c',
      'x(a)|c',
      'c',
      'x(a|b)',
    ]);
  });
  test('are not divided by an escaped bar, or by one in a class', () => {
    expect(alternatives(String.raw`a\|b[|]c`)).toEqual([]);
  });
});
