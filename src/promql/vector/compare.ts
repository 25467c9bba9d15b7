import type { ComparisonOperator } from '#promql/expr/ast.js';
import { refuse } from '#ground/fault.js';
import { inline } from '#promql/expr/inline.js';
import type { Wanted } from '#promql/refused.js';
import { type Limit, count } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { type InUnit, type OfOneUnit, unitFaults } from '#promql/unit/in-unit.js';
import type { AnyMatching, Grouped, How, Joined, Joins, SameLabels, Side } from './matching.js';
import { comparisonFaults } from './matching-fault.js';
import { type RightSide, operation } from './operation.js';
import { type AnyVector, type Vector, typedVector } from './vector.js';

/** What to write instead of what a signal in `U` with the labels `L` cannot be compared with, a vector of the labels `R`. */
type Comparable<L extends string, R extends string, U extends Unit> = string extends R
  ? InUnit<U>
  : [L, R] extends [R, L]
    ? `the values are in ${U}: compare with a vector in ${U}`
    : SameLabels;

interface Comparison<Bool extends boolean> {
  <L extends string, U extends Unit, R extends string = string>(
    left: Vector<L, U> & OfOneUnit<U>,
    operator: ComparisonOperator,
    right: Wanted<
      Limit<NoInfer<U>> | Vector<L, NoInfer<U>>,
      Comparable<NoInfer<L>, R, NoInfer<U>>,
      Vector<R, NoInfer<U>>
    >,
  ): Vector<L, Bool extends true ? 'boolean' : U>;
  <
    L extends string,
    R extends string,
    U extends Unit,
    T extends How,
    X extends string,
    I extends string,
    S extends Side,
  >(
    left: Vector<L, U> & OfOneUnit<U>,
    operator: ComparisonOperator,
    right: Vector<R, NoInfer<U>>,
    matching: Grouped<T, X, I, S> & Joins<T, X, I, S, L, R>,
  ): Vector<Joined<I, S, L, R>, Bool extends true ? 'boolean' : U>;
}

/** Keeps the series whose value compares so with a limit, or with the series of the other side, of one unit. */
export const compare: Comparison<false> = <L extends string, U extends Unit>(
  left: AnyVector,
  operator: ComparisonOperator,
  right: RightSide,
  matching?: AnyMatching,
): Vector<L, U> => typedVector({ ...compared(left, operator, right, matching), unit: left.unit });

const compared: typeof operation = (left, operator, right, matching) => {
  refuse('a comparison', comparisonFaults(operator));
  const made = operation(left, operator, right, matching);
  refuse(() => inline(made.expr), unitFaults(left.unit, right));
  return made;
};

/** Keeps the series for which a condition holds, whose limit is of the signal's unit already. */
export const crossing = <L extends string, U extends Unit>({
  signal,
  operator,
  limit,
}: {
  readonly signal: Vector<L, U>;
  readonly operator: ComparisonOperator;
  readonly limit: Limit<U>;
}): Vector<L, U> => typedVector({ ...operation(signal, operator, limit), unit: signal.unit });

/** 1 where the comparison holds, 0 where it does not: every series stays. */
export const compareBool: Comparison<true> = <L extends string, U extends Unit>(
  left: AnyVector,
  operator: ComparisonOperator,
  right: RightSide,
  matching?: AnyMatching,
): Vector<L, U> => {
  const { expr, labels } = compared(left, operator, right, matching);
  return typedVector({ expr: { ...expr, bool: true }, labels, unit: 'boolean' });
};

/** Keeps the series over 0: a divisor that may be 0 and would make a quotient infinite. */
export const positive = <L extends string, U extends Unit>(vector: Vector<L, U>): Vector<L, U> =>
  typedVector({ ...operation(vector, '>', count(0)), unit: vector.unit });
