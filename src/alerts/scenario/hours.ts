import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { selectors } from '#promql/expr/ast.js';
import { type Weekday, minuteOfDay, minutesPerDay, utcOffset, weekdays } from '#alerts/rule/clock.js';
import type { Hours } from '#alerts/rule/hours.js';
import { soonest } from './moment.js';
import type { Firing, Stretch } from './scenario.js';
import type { Scene, Watched } from './scene.js';

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

/** Minutes between evaluations that may be enough for days, the most first. */
const seldom = [30, 15, 10, 5];

/**
 * How often an alert is evaluated over days of a fault: so that an evaluation is at each beginning and end of its hours, and several are within them
 * once `for` is over. Days at the interval of its group took promtool as long as all its other scenarios together. What is recorded is read as it was
 * evaluated, so of that nothing is left out.
 */
const oftenEnough = (
  { expr, for: pending }: Watched,
  { from, to, timeZone }: Hours,
): Duration | undefined => {
  const edges = [minuteOfDay(from), minuteOfDay(to)];
  const fires = (minuteOfDay(to) - minuteOfDay(from)) * 60 - inSeconds(pending);
  const enough = seldom.find(
    (minutes) =>
      [...edges, utcOffset(timeZone)].every((each) => each % minutes === 0) && fires >= 4 * minutes * 60,
  );
  return enough === undefined || selectors(expr).some(({ metric }) => metric.recorded)
    ? undefined
    : `${enough}m`;
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
  const evaluatedEvery = during && oftenEnough(scene.alert, during);
  const shown = Math.max(600, 2 * inSeconds(evaluatedEvery ?? '0s'));
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
          within: duration(Math.min(first.from + shown, first.to - 60)),
          firesIn: stretches,
          ...(evaluatedEvery !== undefined && { evaluatedEvery }),
          ...scene.tells(scene.over, scene.reading.labels),
        },
      ];
};
