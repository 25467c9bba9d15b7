import { call, number } from '../expr/ast.js';
import type { Limit } from '../unit/limit.js';
import type { Unit } from '../unit/unit.js';
import type { AnyMatching, How, Matching } from './matching.js';
import { operation } from './operation.js';
import { type AnyVector, Vector, typedVector } from './vector.js';

/** Both sides have the labels that are matched on. */
type Both<T extends How, X extends string, L extends string, R extends string> = [
  T extends 'on' ? Exclude<X, L & R> : Exclude<Exclude<L, X>, R> | Exclude<Exclude<R, X>, L>,
] extends [never]
  ? unknown
  : never;

/** The series of the left side for which the right side has one too. */
export function and<L extends string, U extends Unit>(left: Vector<L, U>, right: Vector<L>): Vector<L, U>;
export function and<L extends string, R extends string, U extends Unit, T extends How, X extends string>(
  left: Vector<L, U>,
  right: Vector<R>,
  matching: Matching<T, X> & Both<T, X, L, R>,
): Vector<L, U>;
export function and<L extends string, U extends Unit>(
  left: AnyVector,
  right: AnyVector,
  matching?: AnyMatching,
): Vector<L, U> {
  return typedVector({ ...operation(left, 'and', right, matching), unit: left.unit });
}

/** The series of the left side for which the right side has none. */
export function unless<L extends string, U extends Unit>(left: Vector<L, U>, right: Vector<L>): Vector<L, U>;
export function unless<L extends string, R extends string, U extends Unit, T extends How, X extends string>(
  left: Vector<L, U>,
  right: Vector<R>,
  matching: Matching<T, X> & Both<T, X, L, R>,
): Vector<L, U>;
export function unless<L extends string, U extends Unit>(
  left: AnyVector,
  right: AnyVector,
  matching?: AnyMatching,
): Vector<L, U> {
  return typedVector({ ...operation(left, 'unless', right, matching), unit: left.unit });
}

/** The series of the left side, and those of the right that the left does not have. */
export const or = <L extends string, U extends Unit>(
  left: Vector<L, U>,
  right: Vector<L, NoInfer<U>>,
): Vector<L, U> => typedVector({ ...operation(left, 'or', right), unit: left.unit });

/** A single series without labels: `vector(0)`. */
export const constant = <U extends Unit>(limit: Limit<U>): Vector<never, U> =>
  new Vector(call('vector', number(limit.value)), [], limit.unit);

/** The vector, or 0 where it has no series at all: a missing metric counts as none. */
export const orZero = <U extends Unit>(vector: Vector<never, U>): Vector<never, U> =>
  new Vector(operation(vector, 'or', constant({ value: 0, unit: vector.unit })).expr, [], vector.unit);
