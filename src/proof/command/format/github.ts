import { githubCommands } from '#ground/annotation.js';
import type { Place } from '#proof/command/place.js';
import { type Failure, titleOf } from '#proof/command/report.js';

/** Errors at the rules in `dist/`, as many as GitHub shows. */
export const githubText = (failures: readonly (Failure & { readonly place: Place })[]): string =>
  githubCommands(
    failures.map(({ proven, what, why, place, promtool }) => ({
      level: 'error',
      ...place,
      title: `The proof of ${titleOf(proven)} does not hold by promtool ${promtool}`,
      text: `${what}\n${why}`,
    })),
    'prove tells all of them in its table',
  );
