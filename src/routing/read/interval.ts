import {
  type Weekday,
  clockTime,
  minuteOfDay,
  minutesPerDay,
  utcOffset,
  weekdays,
} from '#alerts/rule/clock.js';
import { thrownBy } from '#ground/fault.js';
import type { Yaml } from '#ground/yaml-tree.js';
import type { TimeInterval, TimeRange } from '#routing/time-interval.js';
import { type Reading, camel } from './field.js';

/** Times of the week under a name, as somebody wrote them. */
export interface WrittenInterval {
  readonly name: string;
  readonly line: number;
  /** As far as the project's own say it, by the clock of UTC. */
  readonly intervals: readonly TimeInterval[];
  /** What they do not say: days of the month, months, years, a clock that is set back in autumn. */
  readonly beyond: readonly string[];
}

type Days = readonly Weekday[];

/** All intervals of a configuration, under both names of their list. */
export const readIntervals = (yaml: Yaml, reading: Reading): readonly WrittenInterval[] =>
  ['time_intervals', 'mute_time_intervals'].flatMap((list) =>
    reading.list(yaml, list).map((each) => {
      const parts = reading.list(each, 'time_intervals').map((part) => readInterval(part, reading));
      return {
        name: reading.text(each, 'name') ?? '',
        line: each.line,
        intervals: parts.flatMap(({ intervals }) => intervals),
        beyond: [...new Set(parts.flatMap((part) => part.beyond))],
      };
    }),
  );

const readInterval = (yaml: Yaml, reading: Reading): Pick<WrittenInterval, 'intervals' | 'beyond'> => {
  const beyond = ['days_of_month', 'months', 'years'].filter((name) => reading.field(yaml, name));
  const location = reading.text(yaml, 'location') ?? 'UTC';
  const shifts = thrownBy('', () => utcOffset(location));
  const times = reading.list(yaml, 'times').flatMap((each) => rangeOf(each, reading));
  const days = reading.texts(yaml, 'weekdays').flatMap((each) => daysOf(each, yaml, reading));
  const intervals = inUtc({ times, days }, shifts.length > 0 ? 0 : utcOffset(location));
  return {
    // What is always limits nothing.
    intervals: times.length + days.length === 0 && beyond.length > 0 ? [] : intervals,
    beyond: [
      ...beyond.map((name) => (reading.form === 'AlertmanagerConfig' ? camel(name) : name)),
      ...(shifts.length > 0 ? [`location ${location}, whose clocks change`] : []),
    ],
  };
};

const rangeOf = (yaml: Yaml, reading: Reading): readonly TimeRange[] => {
  const [start = '', end = ''] = ['start_time', 'end_time'].map((name) => reading.text(yaml, name));
  const [from, to] = [start, end].map((text) => (/^(\d{2}:\d{2})$/.test(text) ? minutesOf(text) : undefined));
  if (from === undefined || to === undefined || from >= to) {
    reading.refuse(
      yaml.line,
      `${start}-${end}`,
      `${start} to ${end} is no time of day`,
      "write e.g. '09:00' to '18:00'",
    );
    return [];
  }
  return [{ start: clockTime(from), end: clockTime(to) }];
};

const minutesOf = (text: string): number | undefined => {
  const [hours = NaN, minutes = NaN] = text.split(':').map(Number);
  const all = hours * 60 + minutes;
  return minutes < 60 && all <= minutesPerDay ? all : undefined;
};

/** The days of `monday:friday`, one by one. */
const daysOf = (text: string, yaml: Yaml, reading: Reading): Days => {
  const [first, last = first] = text
    .toLowerCase()
    .split(':')
    .map((day) => weekdays.findIndex((known) => known === day));
  if (first !== undefined && last !== undefined && first >= 0 && first <= last)
    return weekdays.slice(first, last + 1);
  reading.refuse(yaml.line, text, `'${text}' is no day of the week`, "write e.g. 'monday:friday'");
  return [];
};

/** Days that follow each other in a week as a range. */
const ranges = (days: Days): NonNullable<TimeInterval['weekdays']> => {
  const numbers = [...new Set(days.map((day) => weekdays.indexOf(day)))].sort((a, b) => a - b);
  return numbers.flatMap((first, i) => {
    if (numbers[i - 1] === first - 1) return [];
    const length = numbers.slice(i).findIndex((each, j) => each !== first + j);
    const last = first + (length < 0 ? numbers.length - i : length) - 1;
    const [from, to] = [weekdays[first], weekdays[last]];
    return from === undefined || to === undefined ? [] : [from === to ? from : (`${from}:${to}` as const)];
  });
};

/** Times and days by a clock that is so many minutes ahead of UTC; what goes over midnight becomes two. */
const inUtc = (
  { times, days }: { readonly times: readonly TimeRange[]; readonly days: Days },
  ahead: number,
): readonly TimeInterval[] => {
  const on = (shift: number) =>
    days.length > 0 ? { weekdays: ranges(days.map((day) => shifted(day, shift))) } : {};
  if (ahead === 0) return [{ ...(times.length > 0 && { times }), ...on(0) }];
  const all = times.length > 0 ? times : [{ start: clockTime(0), end: clockTime(minutesPerDay) }];
  return all.flatMap(({ start, end }) =>
    [-1, 0, 1].flatMap((shift): readonly TimeInterval[] => {
      const from = Math.max(minuteOfDay(start) - ahead - shift * minutesPerDay, 0);
      const to = Math.min(minuteOfDay(end) - ahead - shift * minutesPerDay, minutesPerDay);
      return from < to ? [{ times: [{ start: clockTime(from), end: clockTime(to) }], ...on(shift) }] : [];
    }),
  );
};

const shifted = (day: Weekday, by: number): Weekday =>
  weekdays[(weekdays.indexOf(day) + by + weekdays.length) % weekdays.length] ?? day;
