import type { Duration } from '#ground/duration.js';
import type { ClockTime, Weekday } from '#alerts/rule/clock.js';
import type { Behaviour } from './behaviour.js';

export type NonEmpty<T> = readonly [T, ...T[]];

export const isNonEmpty = <T>(list: readonly T[]): list is NonEmpty<T> => list.length > 0;

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
  /** Whether one scrape in ten fails, all the time: then every series ends on the spot until the next, and `up` is 0. */
  readonly scrapesFail?: true;
}

/** A stretch of time, in seconds after the fault began; `to` is outside. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** When an alert must fire, after the fault began. */
export interface Timing {
  /** At the latest; by default the longest window and `for`. */
  readonly within?: Duration;
  /** Not before; by default `for`. */
  readonly notBefore?: Duration;
  /** All stretches in which it fires, at each evaluation, where it does so more than once. */
  readonly firesIn?: readonly Stretch[];
  /** How often it is evaluated, where that is enough and less often than its group says: of days each evaluation counts. */
  readonly evaluatedEvery?: Duration;
  /**
   * Whether the signal crosses its limit to and fro before it stays over it, as counters do that grow by fits and starts: then it
   * may be pending more than once.
   */
  readonly unsteady?: true;
  /** Whether it fires all the time, before the fault and after it too: what tells that the one who would tell is there. */
  readonly always?: true;
  /** Why it still fires once all is well again, where it does: `a counter is compared as it stands`. */
  readonly neverClears?: string;
}

/** A scenario in which the alert must fire, with the labels `L` that it then carries. */
export interface Firing<L extends string> extends Scenario, Timing {
  readonly labels: Readonly<Record<L, string>>;
  /** The value as the alert's text shows it, e.g. `6%`. */
  readonly value: string;
  /** Others of the same name that fire at the same time, at the same value. */
  readonly also?: readonly Readonly<Record<L, string>>[];
}
