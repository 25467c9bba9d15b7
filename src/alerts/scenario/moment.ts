import {
  type ClockTime,
  type Weekday,
  clockTime,
  minuteOfDay,
  minutesPerDay,
  utcOffset,
  weekdays,
} from '#alerts/rule/clock.js';
import type { Hours } from '#alerts/rule/hours.js';
import type { Moment } from './scenario.js';

const minutesPerWeek = 7 * minutesPerDay;
/** A test runs for a while before its fault; a moment that comes earlier is one of the next week. */
const leadMinutes = 60;
/** Minutes until a moment from the start of promtool's tests, Thursday at 00:00 UTC. */
const untilMoment = ({ day, at, timeZone }: Moment): number => {
  const minutes = (weekdays.indexOf(day) - 4) * minutesPerDay + minuteOfDay(at) - utcOffset(timeZone);
  const inFirstWeek = ((minutes % minutesPerWeek) + minutesPerWeek) % minutesPerWeek;
  return inFirstWeek >= leadMinutes ? inFirstWeek : inFirstWeek + minutesPerWeek;
};

/** This time on the one of these days that a test comes to first: each day of a test costs promtool half a second. */
export const soonest = ({ timeZone }: Hours, days: readonly Weekday[], at: ClockTime): Moment | undefined =>
  days
    .map((day) => ({ day, at, timeZone }))
    .sort((a, b) => untilMoment(a) - untilMoment(b))
    .at(0);

const dayBefore = (day: Weekday): Weekday => weekdays[(weekdays.indexOf(day) + 6) % 7] ?? day;

/** So many minutes before the hours begin, of the day before where they begin early. */
export const beforeOpening = (during: Hours, minutes: number): Moment => {
  const { days, from, timeZone } = during;
  const minute = minuteOfDay(from) - minutes;
  const at = clockTime((minute + minutesPerDay) % minutesPerDay);
  const [first] = days;
  const day = minute < 0 ? dayBefore : (each: Weekday) => each;
  return soonest(during, days.map(day), at) ?? { day: day(first), at, timeZone };
};

/** An hour after an opening, or in the middle of shorter hours. */
export const wellWithin = (during: Hours): Moment => {
  const { days, from, to, timeZone } = during;
  const open = minuteOfDay(to) - minuteOfDay(from);
  const at = clockTime(minuteOfDay(from) + Math.min(60, Math.floor(open / 2)));
  return soonest(during, days, at) ?? { day: days[0], at, timeZone };
};
