import type { ComparisonOperator } from '../expr/ast.js';
import { type Limit, count } from '../unit/limit.js';
import type { Unit } from '../unit/unit.js';
import type { AnyMatching, Grouped, How, Joined, Joins, Side } from './matching.js';
import { type RightSide, operation } from './operation.js';
import { type AnyVector, type Vector, typedVector } from './vector.js';

interface Comparison<Bool extends boolean> {
  <L extends string, U extends Unit>(
    left: Vector<L, U>,
    operator: ComparisonOperator,
    right: Limit<NoInfer<U>> | Vector<L, NoInfer<U>>,
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
    left: Vector<L, U>,
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
): Vector<L, U> => typedVector({ ...operation(left, operator, right, matching), unit: left.unit });

/** 1 where the comparison holds, 0 where it does not: every series stays. */
export const compareBool: Comparison<true> = <L extends string, U extends Unit>(
  left: AnyVector,
  operator: ComparisonOperator,
  right: RightSide,
  matching?: AnyMatching,
): Vector<L, U> => {
  const { expr, labels } = operation(left, operator, right, matching);
  return typedVector({ expr: { ...expr, bool: true }, labels, unit: 'boolean' });
};

/** Keeps the series over 0: a divisor that may be 0 and would make a quotient infinite. */
export const positive = <L extends string, U extends Unit>(vector: Vector<L, U>): Vector<L, U> =>
  typedVector({ ...operation(vector, '>', count(0)), unit: vector.unit });
