import { describe, expect, test } from '@jest/globals';
import { momentText, rangeOf, rangeText } from '#browser/dashboard/time/range.js';

const now = Date.UTC(2026, 2, 10, 3, 30);
const seoul = 'Asia/Seoul';

describe('A range of time', () => {
  test.each([
    ['up to now', 'now-6h', 'now', [now - 6 * 3_600_000, now]],
    ['in milliseconds', '1770000000000', '1770000060000', [1_770_000_000_000, 1_770_000_060_000]],
    [
      'by the days of its zone',
      'now-1d/d',
      'now-1d/d',
      [Date.UTC(2026, 2, 8, 15), Date.UTC(2026, 2, 9, 15) - 1],
    ],
    [
      'as people write it, in its zone',
      '2026-03-10 09:00:00',
      '2026-03-10 10:00:00',
      [Date.UTC(2026, 2, 10), Date.UTC(2026, 2, 10, 1)],
    ],
  ])('%s', (_, from, to, range) => {
    expect(rangeOf({ from, to }, now, seoul)).toEqual(range);
  });

  test.each([
    ['yesterday', 'now'],
    ['now', 'now-6h'],
  ])('%s to %s is none', (from, to) => {
    expect(rangeOf({ from, to }, now, seoul)).toBeUndefined();
  });

  test.each([
    ['ko', '최근 6시간'],
    ['en', 'Last 6 hours'],
  ] as const)('is said in words: %s', (language, words) => {
    expect(rangeText({ from: 'now-6h', to: 'now' }, [0, now], seoul, language)).toBe(words);
  });

  test('names its day once where it begins and ends on the same', () => {
    expect(rangeText({ from: '1', to: '2' }, [now, now + 60_000], seoul, 'en')).toBe(
      '2026-03-10 12:30:00 – 12:31:00',
    );
  });

  test('is written in the zone of the dashboard', () => {
    expect(momentText(now, seoul)).toBe('2026-03-10 12:30:00');
  });
});
