import type { ComparisonOperator } from '../expr/ast.js';
import { type Limit, count } from '../unit/limit.js';
import type { Unit } from '../unit/unit.js';
import type { Grouped, How, Joins, AnyMatching } from './matching.js';
import { type RightSide, operation } from './operation.js';
import { type AnyVector, Vector, typedVector } from './vector.js';

/** Keeps the series whose value compares so with a limit, or with the series of the same labels, of one unit. */
export function compare<L extends string, U extends Unit>(
  left: Vector<L, U>,
  operator: ComparisonOperator,
  right: Limit<NoInfer<U>> | Vector<L, NoInfer<U>>,
): Vector<L, U>;
export function compare<
  L extends string,
  R extends string,
  U extends Unit,
  T extends How,
  X extends string,
  I extends string,
>(
  left: Vector<L, U>,
  operator: ComparisonOperator,
  right: Vector<R, NoInfer<U>>,
  matching: Grouped<T, X, I, 'left'> & Joins<T, X, I, L, R>,
): Vector<L | I, U>;
export function compare<
  L extends string,
  R extends string,
  U extends Unit,
  T extends How,
  X extends string,
  I extends string,
>(
  left: Vector<L, U>,
  operator: ComparisonOperator,
  right: Vector<R, NoInfer<U>>,
  matching: Grouped<T, X, I, 'right'> & Joins<T, X, I, R, L>,
): Vector<R | I, U>;
export function compare<L extends string, U extends Unit>(
  left: AnyVector,
  operator: ComparisonOperator,
  right: RightSide,
  matching?: AnyMatching,
): Vector<L, U> {
  return typedVector({ ...operation(left, operator, right, matching), unit: left.unit });
}

/** 1 where the comparison holds, 0 where it does not: every series stays. */
export const compareBool = <L extends string, U extends Unit>(
  left: Vector<L, U>,
  operator: ComparisonOperator,
  right: Limit<NoInfer<U>> | Vector<L, NoInfer<U>>,
): Vector<L, 'boolean'> => {
  const { expr } = operation(left, operator, right);
  return new Vector({ ...expr, bool: true }, left.labels, 'boolean');
};

/** Keeps the series over 0: a divisor that may be 0 and would make a quotient infinite. */
export const positive = <L extends string, U extends Unit>(vector: Vector<L, U>): Vector<L, U> =>
  typedVector({ ...operation(vector, '>', count(0)), unit: vector.unit });
