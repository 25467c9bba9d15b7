import { refuse } from '#ground/fault.js';
import type { ComparisonOperator } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import type { Wanted } from '#promql/refused.js';
import { type Limit, limit as limitOf } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { type InUnit, type OfOneUnit, unitFaults } from '#promql/unit/in-unit.js';
import { ofVector } from '#promql/vector/operation.js';
import type { Vector } from '#promql/vector/vector.js';

/** A signal and the line it must not cross; a panel draws the same line. */
export interface Condition<in out L extends string, out U extends Unit> {
  readonly signal: Vector<L, U>;
  readonly operator: ComparisonOperator;
  readonly limit: Limit<U>;
  /** What is compared instead, where the signal is an estimate that cannot tell by itself. */
  readonly counted?: Counted<L>;
}

/**
 * A signal that tells by being there: each of its series is an alert, whatever its value. It has no limit, so a panel draws no line for it,
 * and the value of its texts is that of the series.
 */
export interface Presence<in out L extends string, out U extends Unit> {
  readonly signal: Vector<L, U>;
  readonly operator?: never;
  readonly limit?: never;
  readonly counted?: never;
}

/** A share that is counted, and so is exact: that of observations over an edge of a histogram's buckets. */
export interface Counted<in out L extends string> {
  readonly signal: Vector<L, 'ratio'>;
  readonly operator: ComparisonOperator;
  readonly limit: Limit<'ratio'>;
  /** Where the estimate crosses when the share does: there a panel draws its line. */
  readonly line: Limit;
}

const condition =
  (operator: ComparisonOperator) =>
  <L extends string, U extends Unit>(
    signal: Vector<L, U> & OfOneUnit<U>,
    limit: Wanted<Limit<NoInfer<U>>, InUnit<NoInfer<U>>>,
  ): Condition<L, U> => {
    refuse(() => inline(signal.expr), unitFaults(signal.unit, limit));
    return { signal, operator, limit: limitOf(limit.value, limit.unit) };
  };

// Each refuses a limit of another unit than the signal's, by type and when it is made.

/** The signal is over the limit. */
export const above = condition('>');
/** The signal is at the limit or over it. */
export const atLeast = condition('>=');
/** The signal is under the limit. */
export const below = condition('<');
/** The signal is at the limit or under it. */
export const atMost = condition('<=');
/** The signal is the limit. */
export const equal = condition('==');
/** The signal is anything but the limit. */
export const notEqual = condition('!=');

/**
 * The signal has a series: it is a filter itself, as `absent(…)`, `a unless b`, `a or b` and the comparison of two vectors are.
 *
 * @throws Error on series as scraped that do not say so.
 */
export const present = <L extends string, U extends Unit>(signal: Vector<L, U>): Presence<L, U> => ({
  signal: ofVector('present', signal),
});
