import type { Limit } from '#promql/unit/limit.js';
import type { Behaviour } from './behaviour.js';

type Labels<L extends string> = Readonly<Record<L, string>>;

/** Series at which an alert's signal reads a value: what the scenarios at the boundary of its limit are made of. */
export interface Reading<L extends string> {
  /** Series at which the signal of the alert with these labels reads this value all the time, of so many events a second. */
  readonly at: (value: number, labels: Labels<L>, perSecond: number) => readonly Behaviour[];
  /** What the signal reads while all is well. */
  readonly well: number;
  /** What is the case at a value, as a clause: `6% of requests fail`. */
  readonly when: (value: string) => string;
  /** Labels of one of the alerts. */
  readonly labels: Labels<L>;
  /** Labels of others of the same name, each of which is an alert of its own; none where there can be but one. */
  readonly others?: readonly Labels<L>[];
  /** The values nearest to the limit on either side, over it and not; by default those of its unit. */
  readonly boundary?: { readonly over: number; readonly under: number };
  /**
   * The share of the window that is faulty once the limit is crossed, where the signal just exceeds it; by default that of a signal
   * which follows the fault in a straight line, if its unit is one of those that do.
   */
  readonly crossed?: number;
  /** A value far over the limit; by default everything, or ten times the limit. */
  readonly extreme?: number;
  /** How many events there must be for the signal to mean something. */
  readonly events?: {
    /** At this rate there are too few. */
    readonly least: Limit<'perSecond'>;
    /** What is counted, as a noun: `requests`. */
    readonly what: string;
  };
  /** For an alert that fires where its series are gone: what it then reads, and what is the case. Without it, it stays quiet then. */
  readonly gone?: {
    readonly reads: number;
    readonly when: string;
    /** Series that stay, of others or of its own: those by which it is known that who tells is still there. */
    readonly beside?: readonly Behaviour[];
  };
}
