import { duration, inSeconds } from '../../ground/duration.js';
import { minuteOfDay, minutesPerDay, weekdays } from '../rule/clock.js';
import type { Hours } from '../rule/hours.js';
import { soonest } from './moment.js';
import type { Firing, Stretch } from './scenario.js';
import type { Scene } from './scene.js';

const week = 7 * minutesPerDay;

/** In a week from the closing of one day on: when the hours begin and end, in minutes. */
const openings = (
  { days, from, to }: Hours,
  since: (typeof weekdays)[number],
): readonly (readonly [number, number])[] => {
  const [open, close] = [minuteOfDay(from), minuteOfDay(to)];
  return Array.from({ length: 7 }, (_, i) => i + 1).flatMap((ahead) => {
    const day = weekdays[(weekdays.indexOf(since) + ahead) % 7];
    const begins = ahead * minutesPerDay + open - close;
    return day !== undefined && days.includes(day) ? [[begins, begins + close - open] as const] : [];
  });
};

/**
 * A fault of a whole week: the alert fires in each of its hours once `for` is over, to their last minute, and at no other time. Other
 * hours, a day more or a day less would be seen.
 */
export const throughTheWeek = <L extends string>(scene: Scene<L>): readonly Firing<L>[] => {
  const { during, for: pending, keepFiringFor } = scene.alert;
  if (!during) return [];
  const begins = soonest(during, during.days, during.to);
  if (!begins) return [];
  const keeps = keepFiringFor === undefined ? 0 : inSeconds(keepFiringFor);
  const stretches = openings(during, begins.day).flatMap(([open, close]): Stretch[] => {
    const from = open * 60 + inSeconds(pending);
    return from < close * 60 ? [{ from, to: close * 60 + keeps }] : [];
  });
  const [first] = stretches;
  return first === undefined
    ? []
    : [
        {
          when: `${scene.when(scene.over)} for a week`,
          series: [...scene.reads(scene.over, [scene.reading.labels]), ...scene.bystanders(scene.others)],
          begins,
          lasts: duration(week * 60),
          notBefore: duration(first.from),
          within: duration(first.from + 60),
          firesIn: stretches,
          ...scene.tells(scene.over, scene.reading.labels),
        },
      ];
};
