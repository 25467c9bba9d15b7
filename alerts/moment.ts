import { type ClockTime, type Weekday, clockTime, minuteOfDay, minutesPerDay, weekdays } from './rule/clock.js';
import type { Hours } from './rule/hours.js';
import type { Moment } from './rule/proof.js';

/** A time promtool counts from: its tests begin on a Thursday, and each day until a fault costs it half a second. */
const fromThursday: readonly Weekday[] = [...weekdays.slice(4), ...weekdays.slice(0, 4)];
/** A test needs some hours before its fault: the first day is too short for one that begins early. */
const fromFriday: readonly Weekday[] = [...fromThursday.slice(1), ...fromThursday.slice(0, 1)];

const moment = ({ timeZone }: Hours, day: Weekday, at: ClockTime): Moment => ({ day, at, timeZone });
const firstDay = ({ days: [first, ...rest] }: Hours, order: readonly Weekday[]): Weekday =>
  order.find((day) => [first, ...rest].includes(day)) ?? first;

/** An hour after the opening, or in the middle of shorter hours. */
export const wellWithin = (during: Hours): Moment => {
  const [from, to] = [during.from, during.to].map(minuteOfDay) as [number, number];
  return moment(during, firstDay(during, fromThursday), clockTime(from + Math.min(60, Math.floor((to - from) / 2))));
};
/** The opening of a day. */
export const opening = (during: Hours): Moment => moment(during, firstDay(during, fromFriday), during.from);
/** The closing of a day. */
export const closing = (during: Hours): Moment => moment(during, firstDay(during, fromThursday), during.to);

/** Minutes from the closing of one day to the opening of the next. */
export const overnight = ({ from, to }: Hours): number => minutesPerDay - minuteOfDay(to) + minuteOfDay(from);

/** The opening hour of a day that has no hours; nothing where every day has some. */
export const dayOff = (during: Hours): Moment | undefined => {
  const day = fromThursday.find((each) => !during.days.includes(each));
  return day && moment(during, day, during.from);
};
