import { refusal } from '#ground/fault.js';
export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof weekdays)[number];
/** Monday to Friday. */
export const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
/** A time of day, e.g. `09:00`. */
export type ClockTime = `${number}:${number}`;

export const minutesPerDay = 1_440;

/**
 * Minutes since midnight.
 *
 * @throws Error on what is no time of day.
 */
export const minuteOfDay = (time: ClockTime): number => {
  const [, h, m] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  const minutes = Number(h) * 60 + Number(m);
  if (!(minutes <= minutesPerDay) || Number(m) > 59)
    throw refusal('time', {
      what: time,
      code: 'no-time-of-day',
      why: `'${time}' is no time of day`,
      cure: "write e.g. '09:00'",
    });
  return minutes;
};

const twoDigits = (value: number): `${number}` => String(value).padStart(2, '0') as `${number}`;

export const clockTime = (minutes: number): ClockTime =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

/**
 * Minutes by which a zone's clocks are ahead of UTC, all year round.
 *
 * @throws Error on an unknown zone, and on one whose clocks change: PromQL knows UTC only, so its hours would be wrong
 * for a part of the year.
 */
export const utcOffset = (timeZone: string): number => {
  const known = offsets.get(timeZone) ?? yearRoundOffset(timeZone);
  offsets.set(timeZone, known);
  return known;
};

// An Intl clock takes milliseconds to make, and an estate asks for the same zone dozens of times.
const offsets = new Map<string, number>();

const yearRoundOffset = (timeZone: string): number => {
  const clock = clockOf(timeZone);
  const [offset, ...others] = new Set(halfMonths.map((moment) => offsetAt(clock, moment)));
  if (offset === undefined || others.length > 0) {
    throw refusal(`time zone ${timeZone}`, {
      what: '',
      code: 'zone-with-summer-time',
      why: 'its clocks change during the year, which PromQL cannot follow',
      cure: 'write the hours in a zone without summer time, such as Etc/UTC',
    });
  }
  return offset;
};

/** Two moments of each month: a zone may set its clocks back for Ramadan alone. */
const halfMonths = Array.from(
  { length: 24 },
  (_, i) => new Date(Date.UTC(2026, i / 2, i % 2 === 0 ? 1 : 15)),
);

const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    throw refusal('hours', {
      what: timeZone,
      code: 'no-such-time-zone',
      why: `time zone '${timeZone}' is not known`,
      cure: 'write one such as Asia/Seoul',
    });
  }
};

const offsetAt = (clock: Intl.DateTimeFormat, moment: Date): number => {
  const written = clock.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', h = '0', m = '0'] = /GMT([+-])(\d+):(\d+)/.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(h) * 60 + Number(m));
};
