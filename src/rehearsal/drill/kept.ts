import type { Drill } from '#synth/drills/drill.js';
import type { Drilled } from './result.js';

/**
 * What is kept of drills: of those by which somebody was told, and nothing was wrong.
 *
 * @param version the release of the package by which they were made.
 */
export const keptOf = (drilled: readonly Drilled[], version: string): readonly Drill[] =>
  drilled.flatMap(({ application, alert, began, pace, seconds, faults }) =>
    seconds === null || faults.length > 0
      ? []
      : [
          {
            ...{ application, alert, version, pace },
            date: new Date(began).toISOString().slice(0, 10),
            seconds: Math.round(seconds * pace),
          },
        ],
  );
