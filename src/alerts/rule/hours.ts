import { refusal, refuse } from '#ground/fault.js';
import { exactly, listOf, named, oneOf, text } from '#ground/shape.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { add, multiply } from '#promql/vector/arithmetic.js';
import { compare } from '#promql/vector/compare.js';
import { and, or } from '#promql/vector/set.js';
import { dayOfWeek, hour, minute } from '#promql/vector/time.js';
import type { Vector } from '#promql/vector/vector.js';
import {
  type ClockTime,
  type Weekday,
  clockTime,
  minuteOfDay,
  minutesPerDay,
  utcOffset,
  weekdays,
} from './clock.js';

/** Hours of some days of the week in a time zone, e.g. 09:00–15:30 Asia/Seoul, Monday to Friday. */
export interface Hours {
  readonly days: readonly [Weekday, ...Weekday[]];
  readonly from: ClockTime;
  /** The first minute that is outside. */
  readonly to: ClockTime;
  readonly timeZone: string;
}

const hoursShape = exactly({ days: listOf(oneOf(weekdays)), from: text, to: text, timeZone: named });

/**
 * Hours of the week.
 *
 * @throws Error on a time that is none, on hours that end before they begin, and on a time zone with summer time.
 */
export const hours = (given: Hours): Hours => {
  refuse('hours', hoursShape('', given));
  if (given.days.length === 0) throw unnamed(given);
  if (minuteOfDay(given.from) >= minuteOfDay(given.to)) {
    throw refusal(`hours ${given.from}–${given.to}`, {
      what: '',
      code: 'ends-before-it-begins',
      why: 'they end before they begin',
      cure: 'write those after midnight as hours of the next day',
    });
  }
  utcOffset(given.timeZone);
  return given;
};

/** The same hours from a while after their beginning: for a signal that looks back that far. */
export const after = (beginning: Duration, given: Hours): Hours =>
  hours({ ...given, from: clockTime(minuteOfDay(given.from) + Math.ceil(inSeconds(beginning) / 60)) });

const unnamed = ({ from, to }: Hours): Error =>
  refusal(`hours ${from}–${to}`, {
    what: '',
    code: 'holds-nothing',
    why: 'no day is named',
    cure: 'name at least one',
  });

/** One series without labels while the hours last, none outside: PromQL in UTC. */
export const isDuring = (given: Hours): Vector<never, 'count'> => {
  const [first, ...rest] = inUtc(hours(given)).map(isWithin);
  if (!first) throw unnamed(given);
  return rest.reduce((either, piece) => or(either, piece), first);
};

/** Whether a minute of the week of UTC, which begins on Sunday, is one of the hours. */
export const holdsAt = (given: Hours, minuteOfWeek: number): boolean => {
  const day = Math.floor(minuteOfWeek / minutesPerDay);
  const minute = minuteOfWeek % minutesPerDay;
  return inUtc(given).some(({ from, to, days }) => days.includes(day) && from <= minute && minute < to);
};

/** The minutes of the week of UTC at which the hours begin. */
export const beginningsOf = (given: Hours): readonly number[] =>
  inUtc(given).flatMap(({ from, days }) => days.map((day) => day * minutesPerDay + from));

interface UtcHours {
  readonly from: number;
  readonly to: number;
  readonly days: readonly number[];
}

/** The hours in UTC: one piece, or two where they cross midnight there. */
const inUtc = ({ from, to, days, timeZone }: Hours): readonly UtcHours[] => {
  const begin = minuteOfDay(from) - utcOffset(timeZone);
  const end = begin + minuteOfDay(to) - minuteOfDay(from);
  const firstDay = Math.floor(begin / minutesPerDay);
  return [firstDay, firstDay + 1].flatMap((shift) => {
    const [start, stop] = [begin, end].map((minutes) =>
      Math.min(Math.max(minutes - shift * minutesPerDay, 0), minutesPerDay),
    );
    const utcDays = days.map((day) => (weekdays.indexOf(day) + shift + 7) % 7).sort();
    return start === undefined || stop === undefined || start >= stop
      ? []
      : [{ from: start, to: stop, days: utcDays }];
  });
};

const isWithin = ({ from, to, days }: UtcHours): Vector<never, 'count'> => {
  // Whole hours read better by the hour.
  const [clock, perHour] =
    from % 60 === 0 && to % 60 === 0 ? [hour(), 60] : [add(multiply(hour(), 60), minute()), 1];
  const [first = dayOfWeek(), ...rest] = [
    ...(from === 0 ? [] : [compare(clock, '>=', count(from / perHour))]),
    ...(to === minutesPerDay ? [] : [compare(clock, '<', count(to / perHour))]),
    ...(days.length === 7 ? [] : isOneOf(days)),
  ];
  return all(first, rest);
};

type Condition = Vector<never, 'count'>;
const all = (first: Condition, rest: readonly Condition[]): Condition =>
  rest.reduce((both, each) => and(both, each), first);

/** Days of the week as ranges: the conditions of one range, or one condition for several. */
const isOneOf = (days: readonly number[]): readonly Condition[] => {
  const ranges = days
    .filter((day) => !days.includes(day - 1))
    .map((first) => {
      let last = first;
      while (days.includes(last + 1)) last += 1;
      return isBetween(first, last);
    });
  const [only = [], ...others] = ranges;
  if (others.length === 0) return only;
  return [
    ranges
      .flatMap(([first, ...rest]) => (first ? [all(first, rest)] : []))
      .reduce((either, range) => or(either, range)),
  ];
};

const isBetween = (first: number, last: number): readonly Condition[] => {
  if (first === last) return [compare(dayOfWeek(), '==', count(first))];
  return [
    ...(first === 0 ? [] : [compare(dayOfWeek(), '>=', count(first))]),
    ...(last === 6 ? [] : [compare(dayOfWeek(), '<=', count(last))]),
  ];
};
