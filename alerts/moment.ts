import {
  type ClockTime,
  type Weekday,
  clockTime,
  minuteOfDay,
  minutesPerDay,
  weekdays,
} from './rule/clock.js';
import type { Hours } from './rule/hours.js';
import type { Moment } from './rule/proof.js';

// promtool's tests begin on a Thursday at 00:00 UTC, and every day until the fault costs half a second.
const fromThursday: readonly Weekday[] = [...weekdays.slice(4), ...weekdays.slice(0, 4)];
const dayAfter = (day: Weekday): Weekday => weekdays[(weekdays.indexOf(day) + 1) % 7] ?? day;

const moment = ({ timeZone }: Hours, day: Weekday, at: ClockTime): Moment => ({ day, at, timeZone });

/** An hour after the opening, or in the middle of shorter hours. */
export const wellWithin = (during: Hours): Moment => {
  const day = fromThursday.find((each) => during.days.includes(each)) ?? during.days[0];
  const open = minuteOfDay(during.to) - minuteOfDay(during.from);
  return moment(during, day, clockTime(minuteOfDay(during.from) + Math.min(60, Math.floor(open / 2))));
};

/** The time between two days with hours: when it begins, and how many minutes it lasts. */
export interface Night {
  readonly begins: Moment;
  readonly minutes: number;
}

/** From the closing of one day to the opening of the next; nothing where no two days follow each other. */
export const night = (during: Hours): Night | undefined => {
  const { days, from, to } = during;
  const minutes = minutesPerDay - minuteOfDay(to) + minuteOfDay(from);
  const day = fromThursday.find((each) => days.includes(each) && days.includes(dayAfter(each)));
  return day && minutes > 0 ? { begins: moment(during, day, to), minutes } : undefined;
};

/** The usual opening, on a day that has no hours; nothing where every day has some. */
export const dayOff = (during: Hours): Moment | undefined => {
  const day = fromThursday.find((each) => !during.days.includes(each));
  return day && moment(during, day, during.from);
};
