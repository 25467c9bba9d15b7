import { type ClockTime, minuteOfDay, minutesPerDay, weekdays } from '#alerts/rule/clock.js';
import type { TimeInterval } from './time-interval.js';

/** Minutes of a week of UTC, which begins on Sunday. */
export const minutesPerWeek = 7 * minutesPerDay;

/** A minute of the week, of a moment. */
export const minuteOfWeek = (at: Date): number =>
  at.getUTCDay() * minutesPerDay + at.getUTCHours() * 60 + at.getUTCMinutes();

const dayNumber = (day: string): number => weekdays.findIndex((known) => known === day);

const isOnDay = (range: string, day: number): boolean => {
  const [first = '', last = first] = range.split(':');
  return dayNumber(first) <= day && day <= dayNumber(last);
};

const isBetween = (start: ClockTime, end: ClockTime, minute: number): boolean =>
  minuteOfDay(start) <= minute && minute < minuteOfDay(end);

/** Whether a minute of the week is within a time interval. */
export const isWithin = ({ times = [], weekdays: days = [] }: TimeInterval, minute: number): boolean =>
  (times.length === 0 || times.some(({ start, end }) => isBetween(start, end, minute % minutesPerDay))) &&
  (days.length === 0 || days.some((range) => isOnDay(range, Math.floor(minute / minutesPerDay))));

/** The time intervals that a route names, by their names. */
export interface Timed {
  readonly muteTimeIntervals?: readonly string[];
  readonly activeTimeIntervals?: readonly string[];
}

type Intervals = Readonly<Record<string, readonly TimeInterval[]>>;

/**
 * Whether a route sends at a minute of the week: within one of its active intervals, where it has any, and within none that mute
 * it. Alertmanager does not hand them down to the routes below.
 */
export const sendsAt = (
  { muteTimeIntervals = [], activeTimeIntervals = [] }: Timed,
  intervals: Intervals,
  minute: number,
): boolean => {
  const isIn = (name: string): boolean => (intervals[name] ?? []).some((each) => isWithin(each, minute));
  return (
    (activeTimeIntervals.length === 0 || activeTimeIntervals.some(isIn)) && !muteTimeIntervals.some(isIn)
  );
};

/** Minutes of the week at which what a route does may change: beginnings and ends of its intervals. */
const turns = (route: Timed, intervals: Intervals): readonly number[] => {
  const named = [...(route.muteTimeIntervals ?? []), ...(route.activeTimeIntervals ?? [])];
  const clock = named
    .flatMap((name) => intervals[name] ?? [])
    .flatMap(({ times = [] }) => times.flatMap(({ start, end }) => [minuteOfDay(start), minuteOfDay(end)]));
  return weekdays.flatMap((_, day) => [0, ...clock].map((minute) => day * minutesPerDay + minute));
};

/** Some minutes of the week. */
export interface Minutes {
  readonly holds: (minute: number) => boolean;
  /** Those at which they begin: of what holds at all, it holds at one of them. */
  readonly turns: readonly number[];
}

/** All of the week. */
export const always: Minutes = { holds: () => true, turns: [0] };

/** Those of one day: 0 is Sunday. */
export const onDay = (day: number, { holds, turns }: Minutes): Minutes => ({
  holds: (minute) => Math.floor(minute / minutesPerDay) === day && holds(minute),
  turns: [day * minutesPerDay, ...turns],
});

/** Whether there is any such minute. */
export const isAny = ({ holds, turns }: Minutes): boolean => turns.some(holds);

/** Whether there is a minute of the week at which one of these routes sends, and which is one of `during`. */
export const everSends = (routes: readonly Timed[], intervals: Intervals, during: Minutes): boolean =>
  routes.some((route) =>
    [...turns(route, intervals), ...during.turns]
      .filter((minute) => minute < minutesPerWeek)
      .some((minute) => during.holds(minute) && sendsAt(route, intervals, minute)),
  );
