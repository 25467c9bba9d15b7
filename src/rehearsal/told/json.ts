import type { Drilled } from '#rehearsal/drill/result.js';

/** Drills for programs: all that is known of each. Moments are in milliseconds since 1970. */
export const jsonText = (drilled: readonly Drilled[]): string =>
  `${JSON.stringify({ isRight: drilled.every(({ faults }) => faults.length === 0), drills: drilled }, null, 2)}\n`;
