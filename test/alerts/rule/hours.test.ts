import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Hours, after, hours, isDuring } from '#alerts/rule/hours.js';
import { runTool } from '#proof/tools/tool.js';

const trading = hours({
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  from: '09:00',
  to: '15:30',
  timeZone: 'Asia/Seoul',
});
const written = (given: Hours): string => String(isDuring(given)).replace(/\s+/g, ' ');

describe('hours are written in UTC', () => {
  test('of a zone that is ahead', () => {
    expect(written(trading)).toMatchInlineSnapshot(
      `"hour() * 60 + minute() < 390 and day_of_week() >= 1 and day_of_week() <= 5"`,
    );
  });
  test('by the hour where they are whole', () => {
    expect(written({ ...trading, from: '10:00', to: '12:00' })).toMatchInlineSnapshot(
      `"hour() >= 1 and hour() < 3 and day_of_week() >= 1 and day_of_week() <= 5"`,
    );
  });
  test('in two pieces where they cross midnight there', () => {
    expect(written({ ...trading, days: ['monday'], from: '08:00', to: '10:00' })).toMatchInlineSnapshot(
      `"hour() >= 23 and day_of_week() == 0 or hour() < 1 and day_of_week() == 1"`,
    );
  });
  test('without days where they are those of every day', () => {
    const everyDay = { ...trading, days: ['sunday', ...trading.days, 'saturday'] } as const;
    expect(written(everyDay)).toBe('hour() * 60 + minute() < 390');
  });
  test('with days apart from each other', () => {
    expect(written({ ...trading, days: ['saturday', 'sunday'] })).toMatchInlineSnapshot(
      `"hour() * 60 + minute() < 390 and (day_of_week() == 0 or day_of_week() == 6)"`,
    );
  });
});

test('hours begin later for a signal that looks back', () => {
  expect(after('10m', trading).from).toBe('09:10');
});

describe('hours are refused', () => {
  test.each([
    [
      'that end before they begin',
      { from: '22:00', to: '06:00' },
      'hours 22:00–06:00: they end before they begin',
    ],
    ['with a time that is none', { from: '9:75' }, "'9:75' is no time of day; write e.g. '09:00'"],
    [
      'in a zone with summer time',
      { timeZone: 'Europe/Berlin' },
      'time zone Europe/Berlin: its clocks change during the year',
    ],
    [
      'in a zone that sets its clocks back for a month',
      { timeZone: 'Africa/Casablanca' },
      'time zone Africa/Casablanca: its clocks change during the year',
    ],
    [
      'in a zone that is none',
      { timeZone: 'Asia/Seol' },
      "time zone 'Asia/Seol' is not known; write one such as Asia/Seoul",
    ],
  ] as const)('%s', (_, change, message) => {
    expect(() => hours({ ...trading, ...change })).toThrow(message);
  });
});

/** Which of some moments, in minutes since Thursday 00:00 UTC, promtool finds within the hours. */
const within = async (minutes: readonly number[]): Promise<readonly number[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hours-'));
  try {
    const found = await Promise.all(
      minutes.map(async (minute) => {
        const file = join(folder, `${minute}.json`);
        const expr = `count(${String(isDuring(trading))})`;
        const promql_expr_test = [
          { expr, eval_time: `${minute}m`, exp_samples: [{ labels: '{}', value: 1 }] },
        ];
        await writeFile(
          file,
          JSON.stringify({ evaluation_interval: '1m', tests: [{ interval: '1m', promql_expr_test }] }),
        );
        const { exitCode } = await runTool('promtool', ['test', 'rules', file]);
        return exitCode === 0 ? [minute] : [];
      }),
    );
    return found.flat();
  } finally {
    await rm(folder, { recursive: true });
  }
};

test('promtool finds the first and the last minute within, and the weekend outside', async () => {
  const day = 1440;
  // Thursday 09:00, 15:29, 15:30 and 23:59 in Seoul; Friday 09:00; Saturday 10:00; Monday 08:59 and 09:00.
  const moments = [0, 389, 390, 899, day, 2 * day + 60, 4 * day - 1, 4 * day];
  expect(await within(moments)).toEqual([0, 389, day, 4 * day]);
});
