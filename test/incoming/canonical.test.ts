import { describe, expect, test } from '@jest/globals';
import { canonical } from '#incoming/parity/canonical.js';

describe('two texts are one expression', () => {
  test.each([
    ['spaces', 'sum(rate(a[5m]))>1', 'sum( rate(a[5m]) ) > 1'],
    ['the order of matchers', 'a{x="1", y="2"}', 'a{y="2",x="1"}'],
    ['the order of labels by which series are grouped', 'sum by (x, y) (a)', 'sum(a) by (y, x)'],
    ['needless brackets', '(a) > ((1))', 'a > 1'],
  ])('whatever %s', (_, one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });
});

describe('two texts are two', () => {
  test.each([
    ['a limit', 'a > 1', 'a > 2'],
    ['a matcher', 'a{x="1"}', 'a{x!="1"}'],
    ['the sides of a difference', 'a - b', 'b - a'],
    ['where nothing reads them', 'newer(a, 1)', 'newer(a, 2)'],
  ])('by %s', (_, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});
