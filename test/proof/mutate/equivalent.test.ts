import { describe, expect, test } from '@jest/globals';
import { reason } from './expression.js';

describe('a mutant is equivalent', () => {
  test('where a boolean passes both comparisons or neither', () => {
    expect(reason('min(up) == 0', 'min(up) <= 0')).toBe('a whole number from 0 to 1 passes both or neither');
  });
  test('where no whole number lies between two limits', () => {
    expect(reason('floor(used_bytes) >= 2', 'floor(used_bytes) >= 1.8')).toBe(
      'a whole number passes both or neither',
    );
  });
  test('where what is never negative is unequal to 0', () => {
    expect(
      reason('used_bytes / (capacity_bytes > 0) > 2', 'used_bytes / (capacity_bytes != 0) > 2'),
    ).toContain('a number of at least 0 passes both or neither');
  });
  test('where the other side of a division asks the same of a label by which they meet', () => {
    const left = 'max by (path) (used_bytes{path="a"})';
    expect(
      reason(
        `${left} / max by (path) (capacity_bytes{path="a"})`,
        `${left} / max by (path) (capacity_bytes)`,
      ),
    ).toBe('series meet by path, of which the other side asks the same');
  });
  test('where many are held against one, and what they take away asks the same', () => {
    const many = (of: string) =>
      `used_bytes{path="a"} unless count_over_time(used_bytes${of}[5m]) >= on (instance) group_left max by (instance) (up)`;
    expect(reason(many('{path="a"}'), many(''))).toBe(
      'series meet by path, of which the other side asks the same',
    );
  });
  test('where each group holds one series', () => {
    expect(reason('max(sum(up))', 'sum(sum(up))')).toBe('each group holds one series: there is only one');
  });
  test('where only it matters whether there is a series', () => {
    expect(reason('up == 0 and max(used_bytes)', 'up == 0 and min(used_bytes)')).toBe(
      'only whether there is a series counts here, not its value',
    );
  });
  test('where only it matters whether nothing happened', () => {
    expect(reason('sum(rate(requests_total[5m])) == 0', 'max(rate(requests_total[5m])) == 0')).toBe(
      'sum is 0 exactly where max is, and only that is asked',
    );
  });
  test('where a quantile reads the same shares', () => {
    expect(
      reason(
        'histogram_quantile(0.9, sum by (le) (rate(requests_total[5m])))',
        'histogram_quantile(0.9, avg by (le) (rate(requests_total[5m])))',
      ),
    ).toContain('a quantile reads shares of the observations');
  });

  test('where a fraction of a native histogram reads the same shares', () => {
    expect(
      reason(
        'histogram_fraction(0, 0.5, sum(rate(requests_total[5m])))',
        'histogram_fraction(0, 0.5, avg(rate(requests_total[5m])))',
      ),
    ).toContain('a fraction reads shares of the observations');
  });
});

describe('a mutant is not equivalent', () => {
  test('where a ratio could be the limit, however unlikely that is', () => {
    expect(reason('used_bytes / capacity_bytes > 0.9', 'used_bytes / capacity_bytes >= 0.9')).toBeUndefined();
  });
  test('where NaN is unequal to the limit', () => {
    expect(reason('up / up == 0', 'up / up != 0')).toBeUndefined();
  });
  test('where a whole number lies between two limits', () => {
    expect(reason('floor(used_bytes) >= 2', 'floor(used_bytes) >= 1')).toBeUndefined();
  });
  test('where the other side asks something else of the label', () => {
    const left = 'max by (path) (used_bytes{path="b"})';
    expect(
      reason(
        `${left} / max by (path) (capacity_bytes{path="a"})`,
        `${left} / max by (path) (capacity_bytes)`,
      ),
    ).toBeUndefined();
  });
  test('where the sides do not meet by the label', () => {
    const left = 'sum(used_bytes{path="a"})';
    expect(
      reason(`${left} / sum(capacity_bytes{path="a"})`, `${left} / sum(capacity_bytes)`),
    ).toBeUndefined();
  });
  test('where what stands before `unless` is not asked of what stands after it', () => {
    expect(reason('up{path="a"} unless up{path="a"}', 'up unless up{path="a"}')).toBeUndefined();
  });
  test('where one is held against many, whose label it does not keep', () => {
    const one = (of: string) =>
      `used_bytes{path="a"} unless max by (instance) (up) <= on (instance) group_right count_over_time(used_bytes${of}[5m])`;
    expect(reason(one('{path="a"}'), one(''))).toBeUndefined();
  });
  test('where a pattern lets fewer series pass than the other side', () => {
    const right = 'max by (path) (capacity_bytes{path=~"a|b"})';
    expect(
      reason(
        `max by (path) (used_bytes{path=~"a|b"}) / ${right}`,
        `max by (path) (used_bytes{path=~"a"}) / ${right}`,
      ),
    ).toBeUndefined();
  });
  test('where values that may be negative are added up to 0', () => {
    expect(reason('sum(used_bytes) == 0', 'max(used_bytes) == 0')).toBeUndefined();
  });
  test('where the least of several is 0', () => {
    expect(
      reason('sum(rate(requests_total[5m])) == 0', 'min(rate(requests_total[5m])) == 0'),
    ).toBeUndefined();
  });
  test('where a guard compares with more than 0', () => {
    expect(
      reason(
        'up == 0 and sum(rate(requests_total[5m])) > 2',
        'up == 0 and max(rate(requests_total[5m])) > 2',
      ),
    ).toBeUndefined();
  });
  test('where what is divided need not be 0 with the divisor', () => {
    expect(
      reason('used_bytes / (capacity_bytes > 0) > 2', 'used_bytes / capacity_bytes > 2'),
    ).toBeUndefined();
  });
});
