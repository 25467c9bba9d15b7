import {
  type ClockTime,
  type Weekday,
  clockTime,
  minuteOfDay,
  weekdays as days,
} from '#alerts/rule/clock.js';
import { type Fault, thrownBy } from '#ground/fault.js';

/** From `start` up to `end`, as `HH:MM`; a day ends at `24:00`. */
export interface TimeRange {
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/**
 * Times of the week by the clock of UTC, the only one that an AlertmanagerConfig knows: 09:00 to 18:00 in Seoul is
 * `{ start: '00:00', end: '09:00' }`. What is left out is not limited.
 */
export interface TimeInterval {
  readonly times?: readonly TimeRange[];
  /** A day, or a range of days within a week that begins on Sunday. */
  readonly weekdays?: readonly (Weekday | `${Weekday}:${Weekday}`)[];
}

/** Alertmanager wants two digits for each, where Prometheus's hours may be written `9:00`. */
const isWritten = (time: ClockTime): boolean =>
  thrownBy('', () => minuteOfDay(time)).length === 0 && clockTime(minuteOfDay(time)) === time;

const timeFaults = (at: string, { start, end }: TimeRange): readonly Fault[] => {
  const malformed = [start, end].filter((time) => !isWritten(time));
  if (malformed.length > 0)
    return malformed.map((time) => ({
      where: at,
      what: time,
      code: 'no-time-of-day',
      why: `'${time}' is no time of day`,
      cure: "write HH:MM, e.g. '09:00'",
    }));
  return minuteOfDay(start) < minuteOfDay(end)
    ? []
    : [
        {
          where: at,
          what: start,
          code: 'ends-before-it-begins',
          why: `${start} to ${end} ends before it begins`,
          cure: `split it at midnight: ${start} to 24:00, and 00:00 to ${end}`,
        },
      ];
};

const weekdayFaults = (at: string, range: string): readonly Fault[] => {
  const [first, last = first] = range.split(':').map((day) => days.findIndex((known) => known === day));
  if (first === undefined || last === undefined || first < 0 || last < 0)
    return [
      {
        where: at,
        what: range,
        code: 'no-such-word',
        why: `'${range}' is no day of the week`,
        cure: "write e.g. 'monday:friday'",
      },
    ];
  return first <= last
    ? []
    : [
        {
          where: at,
          what: range,
          code: 'ends-before-it-begins',
          why: `'${range}' ends before it begins, as the week begins on Sunday`,
          cure: 'name the days one by one',
        },
      ];
};

export const intervalFaults = (at: string, intervals: readonly TimeInterval[]): readonly Fault[] =>
  intervals.flatMap(({ times = [], weekdays = [] }, i) => [
    ...(times.length + weekdays.length > 0
      ? []
      : [
          {
            where: `${at}[${i}]`,
            what: '{}',
            code: 'holds-nothing' as const,
            why: 'limits nothing, so it is always',
            cure: 'give it times or weekdays',
          },
        ]),
    ...times.flatMap((range, j) => timeFaults(`${at}[${i}].times[${j}]`, range)),
    ...weekdays.flatMap((range, j) => weekdayFaults(`${at}[${i}].weekdays[${j}]`, range)),
  ]);
