import type { Application } from '#application/application.js';
import { sumOf } from '#bin/standing.mjs';
import { laterOf } from './later.js';

/**
 * What follows of the answers of all applications of a place to one question, and of nothing else but what is given: it is kept for as long
 * as all of these are what they were, so that of a fleet of which one application changed not all answers are read.
 *
 * @param name By which it is kept: no two conclusions have one name.
 * @param given What else it follows from, and the place does not say by itself.
 * @param ask Asks the question of one application that may not have been asked.
 * @param conclude Works it out, as text; nothing where the answers do not tell.
 */
export const concluded = (
  applications: readonly Application[],
  { name, question, given }: { readonly name: string; readonly question: string; readonly given: string },
  ask: (application: Application) => void,
  conclude: () => string | undefined,
): string | undefined => {
  const laters = applications.map(laterOf);
  const together = laters[0]?.memory.together;
  // one alone is soon worked out
  if (together === undefined || laters.length === 1 || laters.includes(undefined)) return conclude();
  for (const [i, each] of laters.entries()) {
    const application = applications[i];
    if (application !== undefined && each?.memory.isSettled !== true) ask(application);
  }
  const also = sumOf(JSON.stringify([applications.length, given]));
  const known = together.conclusion(name, question, also);
  if (known !== undefined) return known;
  const text = conclude();
  if (text !== undefined) together.conclude(name, question, also, text);
  return text;
};
