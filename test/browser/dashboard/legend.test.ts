import { describe, expect, test } from '@jest/globals';
import { legendOf, signatureOf } from '#browser/dashboard/query/legend.js';

describe('The name of a series', () => {
  test.each([
    ['{{method}} {{ path }}', { method: 'GET', path: '/a' }, 'GET /a'],
    ['{{missing}} of {{method}}', { method: 'GET' }, ' of GET'],
    ['fixed', {}, 'fixed'],
    ['', { __name__: 'up', job: 'b', instance: 'a' }, 'up{instance="a", job="b"}'],
    ['', {}, 'sum(up)'],
    ['__auto', {}, 'sum(up)'],
  ])('by %j of %j', (format, labels, name) => {
    expect(legendOf(format, labels, 'sum(up)')).toBe(name);
  });

  test('is left to its labels where the legend is automatic', () => {
    expect(legendOf('__auto', { job: 'a' }, 'up')).toBeUndefined();
  });

  test('is its metric alone where it has no labels', () => {
    expect(signatureOf({ __name__: 'up' })).toBe('up');
  });
});
