import { type Binary, type Expr, call, number } from '../expr/ast.js';
import { type Product, type Quotient, unitOfOperation } from '../unit/arithmetic.js';
import type { Limit } from '../unit/limit.js';
import type { Unit } from '../unit/unit.js';
import type { AnyMatching, Grouped, How, Joins } from './matching.js';
import { type RightSide, operation } from './operation.js';
import { type AnyVector, Vector, typedVector } from './vector.js';

/** Refuses two units whose operation means nothing. */
type Meaningful<U extends Unit> = [U] extends [never] ? never : unknown;

const operate = <L extends string, U extends Unit>(
  left: AnyVector,
  operator: Binary['operator'],
  right: RightSide,
  matching?: AnyMatching,
): Vector<L, U> => {
  // A plain number has no unit of its own: twice a number of bytes is a number of bytes.
  const unit = typeof right === 'number' ? left.unit : unitOfOperation(left.unit, operator, right.unit);
  if (unit === undefined)
    throw new Error(
      `${left.unit} ${operator} ${typeof right === 'number' ? right : right.unit} means nothing: bring both sides to units that go together`,
    );
  return typedVector({ ...operation(left, operator, right, matching), unit });
};

/** `left / right`. */
export function divide<L extends string, A extends Unit>(left: Vector<L, A>, right: number): Vector<L, A>;
export function divide<L extends string, A extends Unit, B extends Unit>(
  left: Vector<L, A>,
  right: Vector<L, B> & Meaningful<Quotient<A, B>>,
): Vector<L, Quotient<A, B>>;
export function divide<
  L extends string,
  R extends string,
  A extends Unit,
  B extends Unit,
  T extends How,
  X extends string,
  I extends string,
>(
  left: Vector<L, A>,
  right: Vector<R, B> & Meaningful<Quotient<A, B>>,
  matching: Grouped<T, X, I, 'left'> & Joins<T, X, I, L, R>,
): Vector<L | I, Quotient<A, B>>;
export function divide<
  L extends string,
  R extends string,
  A extends Unit,
  B extends Unit,
  T extends How,
  X extends string,
  I extends string,
>(
  left: Vector<L, A>,
  right: Vector<R, B> & Meaningful<Quotient<A, B>>,
  matching: Grouped<T, X, I, 'right'> & Joins<T, X, I, R, L>,
): Vector<R | I, Quotient<A, B>>;
export function divide<L extends string, U extends Unit>(
  left: AnyVector,
  right: AnyVector | number,
  matching?: AnyMatching,
): Vector<L, U> {
  return operate(left, '/', right, matching);
}

/** `left * right`. */
export function multiply<L extends string, A extends Unit>(left: Vector<L, A>, right: number): Vector<L, A>;
export function multiply<L extends string, A extends Unit, B extends Unit>(
  left: Vector<L, A>,
  right: Vector<L, B> & Meaningful<Product<A, B>>,
): Vector<L, Product<A, B>>;
export function multiply<
  L extends string,
  R extends string,
  A extends Unit,
  B extends Unit,
  T extends How,
  X extends string,
  I extends string,
>(
  left: Vector<L, A>,
  right: Vector<R, B> & Meaningful<Product<A, B>>,
  matching: Grouped<T, X, I, 'left'> & Joins<T, X, I, L, R>,
): Vector<L | I, Product<A, B>>;
export function multiply<
  L extends string,
  R extends string,
  A extends Unit,
  B extends Unit,
  T extends How,
  X extends string,
  I extends string,
>(
  left: Vector<L, A>,
  right: Vector<R, B> & Meaningful<Product<A, B>>,
  matching: Grouped<T, X, I, 'right'> & Joins<T, X, I, R, L>,
): Vector<R | I, Product<A, B>>;
export function multiply<L extends string, U extends Unit>(
  left: AnyVector,
  right: AnyVector | number,
  matching?: AnyMatching,
): Vector<L, U> {
  return operate(left, '*', right, matching);
}

type Difference<U extends Unit> = U extends 'timestamp' ? 'seconds' : U;

/** `left + right`, of one unit. */
export const add = <L extends string, U extends Unit>(
  left: Vector<L, U>,
  right: Vector<L, NoInfer<U>> | Limit<NoInfer<U>>,
): Vector<L, U> => operate(left, '+', right);

/** `left - right`, of one unit; of two moments it is the seconds between them. */
export const subtract = <L extends string, U extends Unit>(
  left: Vector<L, U>,
  right: Vector<L, NoInfer<U>> | Limit<NoInfer<U>>,
): Vector<L, Difference<U>> => operate(left, '-', right);

/** What is left of 1: `1 - ratio`. */
export const complement = <L extends string>(ratio: Vector<L, 'ratio'>): Vector<L, 'ratio'> =>
  new Vector({ type: 'binary', operator: '-', left: number(1), right: ratio.expr }, ratio.labels, 'ratio');

/** The rest of a division by a plain number. */
export const modulo = <L extends string, U extends Unit>(left: Vector<L, U>, right: number): Vector<L, U> =>
  operate(left, '%', right);

/** A ratio or a count to a power; other units have no word for it. */
export const power = <L extends string, U extends 'ratio' | 'count'>(
  left: Vector<L, U>,
  right: number,
): Vector<L, U> => operate(left, '^', right);

const applied =
  (name: string) =>
  <L extends string, U extends Unit>(
    vector: Vector<L, U>,
    ...limits: readonly Limit<NoInfer<U>>[]
  ): Vector<L, U> => {
    const args: readonly Expr[] = limits.map((limit) => number(limit.value));
    return new Vector(call(name, vector.expr, ...args), vector.labels, vector.unit);
  };
type Bounded = <L extends string, U extends Unit>(
  vector: Vector<L, U>,
  limit: Limit<NoInfer<U>>,
) => Vector<L, U>;

/** Values brought between two limits, at least the first and at most the second. */
export const clamp: <L extends string, U extends Unit>(
  vector: Vector<L, U>,
  least: Limit<NoInfer<U>>,
  greatest: Limit<NoInfer<U>>,
) => Vector<L, U> = applied('clamp');
export const clampMin: Bounded = applied('clamp_min');
export const clampMax: Bounded = applied('clamp_max');

type Same = <L extends string, U extends Unit>(vector: Vector<L, U>) => Vector<L, U>;
export const abs: Same = applied('abs');
export const ceil: Same = applied('ceil');
export const floor: Same = applied('floor');
export const sort: Same = applied('sort');
export const sortDesc: Same = applied('sort_desc');
