import { expect, test } from '@jest/globals';
import { fc } from '../../seeded.js';
import { type Weekday, clockTime, minuteOfDay, minutesPerDay, weekdays } from '#alerts/rule/clock.js';
import { type Hours, isDuring } from '#alerts/rule/hours.js';
import { testRules } from '../../promql/promtool.js';

// Ahead of UTC and behind it, by whole hours and by quarters; none has summer time.
const zones = [
  'Asia/Seoul',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'America/Bogota',
  'Pacific/Pago_Pago',
  'Etc/UTC',
];
const minutesPerWeek = 7 * minutesPerDay;

const anyHours: fc.Arbitrary<Hours> = fc
  .record({
    days: fc
      .subarray([...weekdays], { minLength: 1 })
      .map(([first, ...rest]): Hours['days'] => [first ?? 'monday', ...rest]),
    timeZone: fc.constantFrom(...zones),
    edges: fc.uniqueArray(
      fc.oneof(
        fc.nat(24).map((hour) => hour * 60),
        fc.nat(minutesPerDay),
      ),
      {
        minLength: 2,
        maxLength: 2,
      },
    ),
  })
  .map(({ edges, ...rest }) => {
    const [from = 0, to = 0] = [...edges].sort((a, b) => a - b);
    return { ...rest, from: clockTime(from), to: clockTime(to) };
  });

// Time begins on a Thursday for promtool, in 1970; so did this year, in which zones are what they are now.
const thursday = Date.UTC(2026, 0, 1);

/** The time on the clocks of a zone, by the calendar of the JavaScript runtime. */
const onTheClock = (minute: number, timeZone: string): { readonly day: Weekday; readonly minute: number } => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(new Date(thursday + minute * 60_000))
    .map(({ type, value }) => [type, value] as const);
  const { weekday = '', hour, minute: past } = Object.fromEntries(parts);
  const day = weekdays.find((each) => each === weekday.toLowerCase()) ?? 'sunday';
  return { day, minute: Number(hour) * 60 + Number(past) };
};

const isWithin = ({ days, from, to, timeZone }: Hours, at: number): boolean => {
  const { day, minute } = onTheClock(at, timeZone);
  return days.includes(day) && minute >= minuteOfDay(from) && minute < minuteOfDay(to);
};

/** The minutes around which something changes on some day, and others. */
const moments = ({ from, to }: Hours): readonly number[] => {
  const edges = [minuteOfDay(from), minuteOfDay(to), 0].flatMap((edge) => [edge - 1, edge]);
  const day = fc.sample(fc.nat(6), 8);
  const zone = fc.sample(fc.constantFrom(-14, -13, -9, -5.75, 0, 5, 11), 8);
  return day.flatMap((each, i) =>
    edges.map(
      (edge) => (each * minutesPerDay + edge + (zone[i] ?? 0) * 60 + minutesPerWeek) % minutesPerWeek,
    ),
  );
};

test('Real promtool finds any hours where the calendar has them', async () => {
  const cases = fc.sample(anyHours, 25).flatMap((hours) => moments(hours).map((at) => ({ hours, at })));
  const said = await testRules(
    [{ record: 'none', expr: '1' }],
    [
      {
        interval: '1m',
        promql_expr_test: cases.map(({ hours, at }) => ({
          expr: `count(${String(isDuring(hours))}) or vector(0)`,
          eval_time: `${at}m`,
          exp_samples: [{ value: isWithin(hours, at) ? 1 : 0 }],
        })),
      },
    ],
  );
  expect(said).toBe('');
});
