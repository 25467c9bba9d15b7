import { type Version, isAtLeast } from '#proof/tools/version.js';

/** What releases of promtool differ in, as far as proofs are concerned. */
export interface Features {
  /** Writes what came of the tests as JUnit XML: since 2.55. */
  readonly junit: boolean;
  /** Tests may begin at another moment than 1 January 1970, so that one about hours needs no days of series: since 3.9. */
  readonly startTimestamp: boolean;
  /**
   * Ranges leave out what lies exactly at their start: since 3.0. What a window has forgotten is forgotten one evaluation earlier,
   * so an alert that waits for it may fire one evaluation earlier.
   */
  readonly leftOpen: boolean;
}

export const featuresOf = (version: Version): Features => ({
  junit: isAtLeast(version, '2.55'),
  startTimestamp: isAtLeast(version, '3.9'),
  leftOpen: isAtLeast(version, '3.0'),
});

/** Those of the oldest release. */
export const noFeatures: Features = { junit: false, startTimestamp: false, leftOpen: false };
