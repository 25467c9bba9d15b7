import { describe, expect, it } from '@jest/globals';
import { spanned, withGaps } from '#browser/panel/chart/gaps.js';
import { incrementsOf, placesAt, placesOf } from '#browser/panel/chart/increments.js';
import { inRange, limitAreas, limitLines } from '#browser/panel/chart/limits.js';
import { momentFormat } from '#browser/panel/chart/moments.js';
import { rowsOf } from '#browser/panel/chart/rows.js';
import { stacked } from '#browser/panel/chart/stacked.js';

describe('the ticks of an axis', () => {
  it('are powers of two for bytes that are counted by 1024', () => {
    expect(incrementsOf('bytes')).toEqual(expect.arrayContaining([1, 1024, 1024 ** 2]));
    const whole = incrementsOf('bytes').filter((step) => step >= 1);
    expect(whole.every((step) => Number.isInteger(Math.log2(step)))).toBe(true);
  });

  it('are tenths below one byte, as below one of anything: an axis that ends there has more of them than its zero', () => {
    const below = (unit: string | undefined) => incrementsOf(unit).filter((step) => step < 1);
    expect(below('bytes')).toEqual(below(undefined));
  });

  it('are powers of ten for bytes that are counted by 1000', () => {
    expect(incrementsOf('decbytes')).toEqual(expect.arrayContaining([1, 1000, 2500]));
    expect(incrementsOf('decbytes')).not.toContain(1024);
  });

  it('are minutes and hours above seconds, and tenths below', () => {
    expect(incrementsOf('s')).toEqual(expect.arrayContaining([0.25, 1, 30, 60, 300, 3600, 86_400]));
    expect(incrementsOf('s')).not.toContain(100);
  });

  it('are the same times in milliseconds', () => {
    expect(incrementsOf('ms')).toEqual(expect.arrayContaining([0.5, 250, 60_000, 3_600_000]));
  });

  it.each([undefined, 'short', 's', 'ms', 'bytes'])('ascend, of %s', (unit) => {
    const steps = incrementsOf(unit);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it.each([
    [0.1, 1],
    [1, 0],
    [100, 0],
  ])('have by powers of ten the places that they need themselves: %d', (value, places) => {
    expect(placesAt(value, 0.001, false)).toBe(places);
  });

  it('have as many places as their step', () => {
    expect([50, 2.5, 0.025, 1e-9].map(placesOf)).toEqual([0, 1, 3, 0]);
  });

  it('are times to the precision that they need, and days where more than one is seen', () => {
    const hour = 3_600_000;
    expect([
      momentFormat(500, 10_000),
      momentFormat(10_000, 60_000),
      momentFormat(hour, 6 * hour),
      momentFormat(6 * hour, 72 * hour),
      momentFormat(48 * hour, 30 * 24 * hour),
    ]).toEqual(['HH:mm:ss.SSS', 'HH:mm:ss', 'HH:mm', 'MM/DD HH:mm', 'MM/DD']);
  });
});

describe('the lines of limits', () => {
  it('have the colour of what begins there', () => {
    const steps = [
      { value: null, color: 'transparent' },
      { value: 1, color: 'yellow' },
      { value: 6, color: 'red' },
    ];
    expect(limitLines(steps)).toEqual([
      { value: 1, colour: 'yellow' },
      { value: 6, colour: 'red' },
    ]);
  });

  it('have the colour of what ends there, of a limit from below', () => {
    const steps = [
      { value: null, color: 'red' },
      { value: 0.1, color: 'transparent' },
    ];
    expect(limitLines(steps)).toEqual([{ value: 0.1, colour: 'red' }]);
  });

  it('are on both sides of what is well', () => {
    const steps = [
      { value: 80, color: 'red' },
      { value: -Infinity, color: 'blue' },
      { value: 20, color: 'transparent' },
    ];
    expect(limitLines(steps)).toEqual([
      { value: 20, colour: 'blue' },
      { value: 80, colour: 'red' },
    ]);
  });

  it('leave areas between them, but for what is transparent', () => {
    const steps = [
      { value: null, color: 'transparent' },
      { value: 90, color: 'yellow' },
      { value: 150, color: 'red' },
    ];
    expect(limitAreas(steps)).toEqual([
      { from: 90, to: 150, colour: 'yellow' },
      { from: 150, to: Infinity, colour: 'red' },
    ]);
  });

  it('are where their percent of the range is', () => {
    expect(
      inRange(
        [
          { value: null, color: 'green' },
          { value: 80, color: 'red' },
        ],
        50,
        150,
      ),
    ).toEqual([
      { value: null, color: 'green' },
      { value: 130, color: 'red' },
    ]);
  });
});

describe('what is stacked', () => {
  const one = { group: 'A', isPercent: false, values: [1, 2, null] };
  const other = { group: 'A', isPercent: false, values: [10, null, 30] };

  it('lies on what is below it, in its group', () => {
    expect(stacked([one, other])).toEqual({
      values: [
        [1, 2, null],
        [11, null, 30],
      ],
      bands: [[1, 0]],
    });
  });

  it('stands alone without a group, and in a group of its own', () => {
    const alone = { isPercent: false, values: [5, 5, 5] };
    const { values, bands } = stacked([one, alone, { ...other, group: 'B' }]);
    expect(values).toEqual([one.values, alone.values, other.values]);
    expect(bands).toEqual([]);
  });

  it('is a share of all of its group in percent', () => {
    const quarter = { group: 'A', isPercent: true, values: [1, 0] };
    expect(stacked([quarter, { ...quarter, values: [3, 0] }]).values).toEqual([
      [0.25, 0],
      [1, 0],
    ]);
  });
});

describe('gaps', () => {
  it('are where nothing was found for longer than the interval', () => {
    expect(withGaps({ times: [0, 60, 240, 300], values: [[1, 2, 3, 4]] }, 60)).toEqual({
      times: [0, 60, 120, 240, 300],
      values: [[1, 2, null, 3, 4]],
    });
  });

  it('are none where samples come as often as they should', () => {
    const whole = { times: [0, 60, 120], values: [[1, 2, 3]] };
    expect(withGaps(whole, 60)).toEqual(whole);
  });

  it('are drawn over up to a length', () => {
    expect(spanned([0, 60, 120, 180, 600], [1, null, 2, null, 3], 120)).toEqual([1, undefined, 2, null, 3]);
  });
});

describe('a tooltip', () => {
  const row = (name: string, value: number, distance: number) => ({
    name,
    value,
    distance,
    colour: 'red',
    text: () => `${value}`,
  });
  const listed = [row('a', 1, 50), row('b', 3, 5), row('c', 2, 100)];

  it('lists all, the largest first, and marks the nearest', () => {
    const { rows } = rowsOf(listed, { mode: 'multi', sort: 'desc' });
    expect(rows.map(({ name, isNear }) => [name, isNear])).toEqual([
      ['b', true],
      ['c', false],
      ['a', false],
    ]);
  });

  it('has the nearest alone where one is asked for', () => {
    expect(rowsOf(listed, { mode: 'single', sort: 'none' }).rows.map(({ name }) => name)).toEqual(['b']);
  });

  it('has nothing where none is asked for', () => {
    expect(rowsOf(listed, { mode: 'none', sort: 'none' }).rows).toEqual([]);
  });

  it('says how many it leaves out, and never the nearest', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      row(`s${index}`, 100 - index, index === 99 ? 0 : 40),
    );
    const { rows, more } = rowsOf(many, { mode: 'multi', sort: 'desc' });
    expect([rows.length, more, rows[0]?.name]).toEqual([30, 70, 's99']);
  });
});
