import { describe, expect, test } from '@jest/globals';
import { burnRateFaults, burnRates } from '#alerts/slo/burn-rate.js';
import { leastEvents } from '#alerts/slo/traffic.js';
import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';

const factors = (window: Duration): readonly number[] =>
  burnRates({ share: 0.001, window }).map(({ factor }) => factor);

describe('burn rates', () => {
  test('for 30 days are those of the workbook', () => {
    expect(factors('30d')).toEqual([14.4, 6, 3, 1]);
  });

  test('for other windows spend the same shares of the budget', () => {
    expect(factors('90d')).toEqual([43.2, 18, 9, 3]);
  });

  test('are not below 1, at which the objective is kept', () => {
    expect(factors('7d')).toEqual([3.36, 1.4, 1, 1]);
  });

  test('that were raised to 1 spend more of the budget, and say so', () => {
    expect(burnRates({ share: 0.001, window: '7d' }).at(-1)?.spent).toBeCloseTo(3 / 7);
  });

  test('look at a short window of a twelfth of the long one', () => {
    expect(
      burnRates({ share: 0.001, window: '30d' }).map(({ long, short }) => `${long} and ${short}`),
    ).toEqual(['1h and 5m', '6h and 30m', '1d and 2h', '3d and 6h']);
  });

  test('page for the fast two, and wait for the working day for the slow two', () => {
    expect(burnRates({ share: 0.001, window: '30d' }).map(({ severity }) => severity)).toEqual([
      'critical',
      'critical',
      'warning',
      'warning',
    ]);
  });

  test('are shares of bad events without the noise of binary fractions', () => {
    expect(burnRates({ share: 0.001, window: '30d' }).map(({ badShare }) => badShare)).toEqual([
      0.0144, 0.006, 0.003, 0.001,
    ]);
  });
});

describe('refused are', () => {
  const faults = (share: number, window: Duration = '30d') =>
    burnRateFaults(burnRates({ share, window }), { share, window }).map(({ why, cure }) => `${why}; ${cure}`);

  test('burn rates at which more fail than there are, with those that are left', () => {
    expect(faults(0.5)).toEqual([
      "burn rates 14.4 (1h), 6 (6h), 3 (1d) can never be exceeded: with an objective of 50% the budget burns at most 2 times too fast, when everything fails; write alerts: ['3d'] for 1 (3d)",
    ]);
  });

  test('a burn rate at which everything fails, for no more can', () => {
    expect(faults(1 / 14.4)).toEqual([expect.stringContaining('burn rates 14.4 (1h) can never be exceeded')]);
  });

  test('alerts that look back as far as the objective', () => {
    expect(faults(0.001, '1d')).toEqual([
      "alerts over 1d, 3d look back as far as the whole window of 1d; write alerts: ['1h', '6h'] for 1 (1h), 1 (6h)",
    ]);
  });

  test('none of a strict objective over 30 days', () => {
    expect(faults(0.001)).toEqual([]);
  });
});

describe('the least traffic', () => {
  const [fast, , , slow] = burnRates({ share: 0.001, window: '30d' });
  const least = (rate: typeof fast, failures: number): number | undefined =>
    rate && leastEvents(rate, count(failures)).value;

  test('is so much that a single failure is less than the burn rate', () => {
    expect(least(fast, 2)).toBe(Math.ceil(1 / 0.0144));
  });

  test('grows with the failures that there must be', () => {
    expect(least(fast, 5)).toBe(Math.ceil(4 / 0.0144));
  });

  test('is more for a slower burn, in a longer window', () => {
    expect(least(slow, 5)).toBe(4000);
  });

  test.each([2, 3, 5, 10, 100])('never lets less than %d failures exceed a burn rate', (failures) => {
    const exceeded = [0.0001, 0.001, 0.02, 0.3]
      .flatMap((share) => burnRates({ share, window: '30d' }))
      .filter(({ badShare }) => badShare < 1)
      .filter((rate) => (failures - 1) / leastEvents(rate, count(failures)).value > rate.badShare);
    expect(exceeded).toEqual([]);
  });

  test('is at least the failures themselves', () => {
    const [rate] = burnRates({ share: 0.069, window: '30d' });
    expect(least(rate, 5)).toBe(5);
  });
});
