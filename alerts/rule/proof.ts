import type { Duration } from '../../ground/duration.js';
import type { Behaviour } from './behaviour.js';
import type { ClockTime, Weekday } from './clock.js';

export type NonEmpty<T> = readonly [T, ...T[]];

/** A moment of the week at which a fault begins, for alerts that keep hours. */
export interface Moment {
  readonly day: Weekday;
  readonly at: ClockTime;
  readonly timeZone: string;
}

/** Series that begin well, then are faulty for a while, then are well again. */
export interface Scenario {
  /** What happens, as a clause: `six of a hundred requests fail`. */
  readonly when: string;
  readonly series: readonly Behaviour[];
  /** How long all is well before; by default as long as the expression looks back, so that it has seen nothing else. */
  readonly after?: Duration;
  /** When the fault begins; any time where the alert keeps no hours. */
  readonly begins?: Moment;
  /** How long the fault lasts; long enough for the alert to fire by default. */
  readonly lasts?: Duration;
  /** How long afterwards the alert must be quiet again; by default as long as the expression looks back. */
  readonly settles?: Duration;
}

/** A scenario in which the alert must fire, with the labels `L` that it then carries. */
export interface Firing<L extends string> extends Scenario {
  readonly labels: Readonly<Record<L, string>>;
  /** The value as the alert's text shows it, e.g. `6%`. */
  readonly value: string;
  /** At the latest so long after the fault began; by default the longest window and `for`. */
  readonly within?: Duration;
  /** Not before so long after the fault began; by default `for`. */
  readonly notBefore?: Duration;
}

/**
 * What an alert is proven by: scenarios in which it fires, with its texts, not before its `for`, and resolves; and
 * scenarios in which it stays quiet at every evaluation.
 */
export interface Proof<L extends string> {
  readonly fires: NonEmpty<Firing<L>>;
  readonly quiet: NonEmpty<Scenario>;
}
