import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';

/** `critical` pages a person at any hour, `warning` waits for the working day. */
export const severities = ['critical', 'warning'] as const;
export type Severity = (typeof severities)[number];

/** Of the Watchdog alone it is `none`: it is told to no person. */
export type RuleSeverity = Severity | 'none';

/**
 * What may be said anew of an alert, by an option of its pack or by `override`. Rule, sentences, runbook and proof are functions of
 * these, so that they cannot disagree.
 */
export interface Facts<U extends Unit> {
  /** The line that the signal must not cross. */
  readonly limit: Limit<U>;
  /** How long it must have been crossed. */
  readonly for: Duration;
  /** How long the alert goes on once it is crossed no more. */
  readonly keepFiringFor?: Duration;
  /**
   * How far back the signal looks.
   *
   * @throws Error where the alert was given none.
   */
  readonly window: Duration;
  readonly severity: Severity;
}
