import { duration, inSeconds } from '#ground/duration.js';
import { type Weekday, minuteOfDay, minutesPerDay, weekdays } from '#alerts/rule/clock.js';
import type { Hours } from '#alerts/rule/hours.js';
import { soonest } from './moment.js';
import type { Firing, Stretch } from './scenario.js';
import type { Scene } from './scene.js';

const dayAfter = (day: Weekday, days: number): Weekday => weekdays[(weekdays.indexOf(day) + days) % 7] ?? day;

/** The days that end a run of them: of Monday to Friday it is Friday. */
const lastOfRuns = ({ days }: Hours): readonly Weekday[] =>
  days.filter((day) => !days.includes(dayAfter(day, 1)));

/**
 * How long a fault is watched: from the closing of a day on, so many days. Of days in a row the last, all that are off and the first
 * tell whether there is one too many or too few, and each day costs promtool time; of others it is the week.
 */
const watched = (during: Hours): { readonly since: Weekday; readonly days: number } | undefined => {
  const [last, ...others] = lastOfRuns(during);
  if (last !== undefined && others.length === 0 && during.days.length > 1)
    return { since: dayAfter(last, 6), days: 7 - during.days.length + 2 };
  const since = soonest(during, during.days, during.to)?.day;
  return since && { since, days: 7 };
};

/** The hours of these days from the closing of one on: when they begin and end, in minutes. */
const openings = (
  { days, from, to }: Hours,
  { since, days: many }: { readonly since: Weekday; readonly days: number },
): readonly (readonly [number, number])[] => {
  const [open, close] = [minuteOfDay(from), minuteOfDay(to)];
  return Array.from({ length: many }, (_, i) => i + 1).flatMap((ahead) => {
    const begins = ahead * minutesPerDay + open - close;
    return days.includes(dayAfter(since, ahead)) ? [[begins, begins + close - open] as const] : [];
  });
};

/**
 * A fault of many days: the alert fires in each of its hours once `for` is over, to their last minute, and at no other time. Other
 * hours, a day more or a day less would be seen.
 */
export const throughTheWeek = <L extends string>(scene: Scene<L>): readonly Firing<L>[] => {
  const { during, for: pending, keepFiringFor } = scene.alert;
  const long = during && watched(during);
  if (!long) return [];
  const keeps = keepFiringFor === undefined ? 0 : inSeconds(keepFiringFor);
  const stretches = openings(during, long).flatMap(([open, close]): Stretch[] => {
    const from = open * 60 + inSeconds(pending);
    return from < close * 60 ? [{ from, to: close * 60 + keeps }] : [];
  });
  const [first] = stretches;
  return first === undefined
    ? []
    : [
        {
          when: `${scene.when(scene.over)} for ${long.days} days`,
          series: [...scene.reads(scene.over, [scene.reading.labels]), ...scene.bystanders(scene.others)],
          begins: { day: long.since, at: during.to, timeZone: during.timeZone },
          lasts: duration(long.days * minutesPerDay * 60),
          notBefore: duration(first.from),
          // When exactly is counted in `firesIn`; here it shows its texts.
          within: duration(Math.min(first.from + 600, first.to - 60)),
          firesIn: stretches,
          ...scene.tells(scene.over, scene.reading.labels),
        },
      ];
};
