import type { Taken } from './taken.js';

/** That in which the dashboards are read, so that all pages tell one time; nothing where all are read in the reader's own. */
export const timeZoneOf = (taken: readonly Taken[]): string | undefined =>
  taken
    .flatMap(({ application }) => application.dashboards.map(({ timezone }) => timezone))
    .find((each) => each.includes('/'));
