import { describe, expect, test } from '@jest/globals';
import { boundaryOf, farOver } from '#alerts/scenario/boundary.js';
import { count, cores, mebibytes, no, percent, perSecond, seconds, yes } from '#promql/unit/limit.js';

describe('the nearest values on either side of a limit', () => {
  test.each([
    ['> 10', count(10), '>', { over: 11, under: 10 }],
    ['>= 10', count(10), '>=', { over: 10, under: 9 }],
    ['< 10', count(10), '<', { over: 9, under: 10 }],
    ['<= 10', count(10), '<=', { over: 10, under: 11 }],
    ['== 10', count(10), '==', { over: 10, under: 11 }],
    ['!= 10', count(10), '!=', { over: 11, under: 10 }],
    ['> 2.5', count(2.5), '>', { over: 3, under: 2 }],
    ['< 2.5', count(2.5), '<', { over: 2, under: 3 }],
    ['== 0', no, '==', { over: 0, under: 1 }],
    ['== 1', yes, '==', { over: 1, under: 0 }],
  ] as const)('are whole where it is of whole things: %s', (_, limit, operator, boundary) => {
    expect(boundaryOf(limit, operator)).toEqual(boundary);
  });

  test.each([
    ['seconds', seconds(2), 0.004],
    ['a rate', perSecond(500), 1],
    ['bytes', mebibytes(1), 1024 ** 2 / 500],
    ['cores', cores(5), 0.01],
    ['a share', percent(50), 0.001],
    ['a share near 0', percent(0.03), 0.0001],
    ['a share near 1', percent(99.97), 0.0001],
  ])('are as far from it as can be told, of %s', (_, limit, step) => {
    const { over, under } = boundaryOf(limit, '>');
    expect([over - limit.value, limit.value - under]).toEqual([
      expect.closeTo(step, 9),
      expect.closeTo(step, 9),
    ]);
  });

  test('lie the other way round of what must not fall', () => {
    const { over, under } = boundaryOf(percent(10), '<');
    expect([over, under]).toEqual([expect.closeTo(0.099), expect.closeTo(0.101)]);
  });
});

describe('far over a limit is', () => {
  test.each([
    ['ten times as much', count(30), '>', 300],
    ['ten at least', perSecond(0.5), '>', 10],
    ['everything, of a share', percent(5), '>', 1],
    ['nothing, of what must not fall', percent(70), '<', 0],
    ['what it must not be', no, '==', 0],
  ] as const)('%s', (_, limit, operator, extreme) => {
    expect(farOver(limit, operator)).toBe(extreme);
  });
});
