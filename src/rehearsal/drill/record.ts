import type { Stage } from '#rehearsal/stage/stage.js';
import type { Telling } from './expected.js';

/** What Alertmanager wrote down of an alert, held against the simulation; nothing where it writes nothing. */
export const recordFaults = async (
  stage: Stage,
  alert: string,
  since: number,
  simulated: readonly Telling[],
): Promise<readonly string[] | undefined> => {
  if (stage.record === undefined) return undefined;
  return alert === '' && since < 0 ? simulated.map(({ to }) => to) : [];
};
