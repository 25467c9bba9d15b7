import type { Finding } from '#review/compare/finding.js';

/** A side of a comparison, as the page names it. */
export interface Side {
  /** As somebody asked for it: `main`, `the working tree`. */
  readonly revision: string;
  /** The commit; empty of a working tree. */
  readonly commit: string;
}

/** All that the page says. */
export interface Comparison {
  readonly base: Side;
  readonly head: Side;
  /** By what the base was read, a sentence for whoever must know how far to believe it; empty where it is as it should be. */
  readonly read: string;
  readonly findings: readonly Finding[];
  /** The uids of dashboards that differ. */
  readonly dashboards: readonly string[];
  /** How many files git tells to differ, those that are written by synthesis left aside. */
  readonly files: number;
}
