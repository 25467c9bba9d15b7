import { type Duration, inSeconds } from '#ground/duration.js';
import type { Behaviour } from './behaviour.js';

/**
 * Series of a program that restarts so long after the fault began: its counters begin anew at 0 and grow on, and all else stays as it is.
 * `restarts('20m', [grows(requests, {}, 10)])`
 */
export const restarts = (after: Duration, series: readonly Behaviour[]): readonly Behaviour[] =>
  series.map((behaviour) =>
    behaviour.course.type === 'counter'
      ? { ...behaviour, course: { ...behaviour.course, restarts: inSeconds(after) } }
      : behaviour,
  );
