import { refusal } from '#ground/fault.js';
import { call, number } from '#promql/expr/ast.js';
import type { SetOperator } from '#promql/expr/ast.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import { type Matched as Beside, sideOf } from './matched.js';
import type { AnyMatching, How, Matching } from './matching.js';
import { operation } from './operation.js';
import type { Unless } from '#promql/refused.js';
import { type AnyVector, Vector, typedVector } from './vector.js';

type Matched<T extends How, X extends string, L extends string, R extends string> = T extends 'on'
  ? X
  : Exclude<L | R, X>;

/** Both sides have the labels that are matched by. */
type Meets<T extends How, X extends string, L extends string, R extends string> = Unless<
  | `the left side has no label '${Exclude<Matched<T, X, L, R>, L>}' to match by`
  | `the right side has no label '${Exclude<Matched<T, X, L, R>, R>}' to match by`
  | `neither side has a label '${T extends 'ignoring' ? Exclude<X, L | R> : never}' to ignore`
>;

interface Filter {
  <L extends string, U extends Unit>(left: Vector<L, U>, right: Vector<L>): Vector<L, U>;
  <L extends string, R extends string, U extends Unit, T extends How, X extends string>(
    left: Vector<L, U>,
    right: Vector<R>,
    matching: Matching<T, X> & Meets<T, X, L, R>,
  ): Vector<L, U>;
}

const combined =
  (operator: SetOperator) =>
  <L extends string, U extends Unit>(
    left: AnyVector,
    right: AnyVector,
    matching?: AnyMatching,
  ): Vector<L, U> => {
    if (operator === 'or' && left.unit !== right.unit)
      throw refusal(`${left.unit} or ${right.unit}`, {
        what: '',
        code: 'units-do-not-mix',
        why: 'its series would be of one unit or of another',
        cure: 'bring both sides to one unit',
      });
    return typedVector({ ...operation(left, operator, right, matching), unit: left.unit });
  };

/** The series of the left side for which the right side has one too. */
export const and: Filter = combined('and');
/** The series of the left side for which the right side has none. */
export const unless: Filter = combined('unless');

/** The series of the left side, and those of the right that the left does not have. */
export const or: <L extends string, U extends Unit>(
  left: Vector<L, U>,
  right: Vector<L, NoInfer<U>>,
) => Vector<L, U> = combined('or');

/** The series of a vector for which one beside it has one too, which says itself by what it is matched. */
export const andBeside = <L extends string, U extends Unit>(
  left: Vector<L, U>,
  beside: Vector<L> | Beside<L>,
): Vector<L, U> => {
  const { vector, matching } = sideOf(beside);
  return combined('and')(left, vector, matching);
};

/** The series of a vector for which one that is matched with it has none. */
export const unlessMatched = <L extends string, U extends Unit>(
  left: Vector<L, U>,
  { vector, matching }: Beside<L>,
): Vector<L, U> => combined('unless')(left, vector, matching);

/** A single series without labels: `vector(0)`. */
export const constant = <U extends Unit>({ value, unit }: Limit<U>): Vector<never, U> =>
  new Vector(call('vector', number(value)), [], unit);

/** The vector, or 0 where it has no series at all: a missing metric counts as none. */
export const orZero = <U extends Unit>(vector: Vector<never, U>): Vector<never, U> =>
  or(vector, constant({ value: 0, unit: vector.unit }));
