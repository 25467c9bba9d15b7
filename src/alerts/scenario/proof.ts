import type { Firing, NonEmpty, Scenario } from './scenario.js';
import type { Reading } from './reading.js';

/** Scenarios in which an alert fires, with its texts, not before its `for`, and resolves; and in which it stays quiet at every evaluation. */
export interface Written<L extends string> {
  readonly fires: NonEmpty<Firing<L>>;
  readonly quiet: NonEmpty<Scenario>;
}

/**
 * What an alert is proven by. Where series are given at which its signal reads a value, the scenarios at the boundary of its limit
 * follow from them (see `derived`), and only its own pitfalls are written; else all are.
 */
export type Proof<L extends string> =
  | (Written<L> & { readonly reading?: never })
  | {
      readonly reading: Reading<L>;
      readonly fires?: readonly Firing<L>[];
      readonly quiet?: readonly Scenario[];
    };
