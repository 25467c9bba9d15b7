import type { Code } from '#ground/codes/codes.js';
import { type Fault, refusal, refuse } from '#ground/fault.js';
import { type Binary, call, number } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { percentFault } from '#promql/expr/percent.js';
import type { Unless, Wanted } from '#promql/refused.js';
import { type UnitOfOperation, type UnitOperator, unitOfOperation } from '#promql/unit/arithmetic.js';
import { unitFaults } from '#promql/unit/in-unit.js';
import { type Limit, percent } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { AnyMatching, Grouped, How, Joined, Joins, SameLabels, Side } from './matching.js';
import { type RightSide, ofVector, operation } from './operation.js';
import { type AnyVector, Vector, typedVector } from './vector.js';

type Meaningless<A extends Unit, O extends UnitOperator, B extends Unit> = `${A} ${O} ${B} means nothing`;

type Meaningful<O extends UnitOperator, A extends Unit, B extends Unit> = Unless<
  [UnitOfOperation<O, A, B>] extends [never] ? Meaningless<A, O, B> : never
>;

/** What keeps a right side from being joined, where it is not the unit. */
type Unjoined<O extends UnitOperator, A extends Unit, B extends Unit> = [UnitOfOperation<O, A, B>] extends [
  never,
]
  ? Meaningless<A, O, B>
  : SameLabels;

interface Joining<O extends UnitOperator> {
  <
    L extends string,
    R extends string,
    A extends Unit,
    B extends Unit,
    T extends How,
    X extends string,
    I extends string,
    S extends Side,
  >(
    left: Vector<L, A>,
    right: Vector<R, B> & Meaningful<O, A, B>,
    matching: Grouped<T, X, I, S> & Joins<T, X, I, S, L, R>,
  ): Vector<Joined<I, S, L, R>, UnitOfOperation<O, A, B>>;
}

interface Operation<O extends UnitOperator> extends Joining<O> {
  <L extends string, A extends Unit, B extends Unit, R extends string = string>(
    left: Vector<L, A>,
    right: Wanted<
      (Vector<NoInfer<L>, B> | Limit<B>) & Meaningful<O, A, B>,
      Unjoined<O, A, B>,
      Vector<R, NoInfer<B>>
    >,
  ): Vector<L, UnitOfOperation<O, A, B>>;
}

// A plain number has no unit of its own, so `B` is none then: twice a number of bytes is a number of bytes.
interface Scaling<O extends UnitOperator> extends Joining<O> {
  <L extends string, A extends Unit, B extends Unit = never, R extends string = string>(
    left: Vector<L, A>,
    right:
      | number
      | Wanted<
          (Vector<NoInfer<L>, B> | Limit<B>) & ([B] extends [never] ? unknown : Meaningful<O, A, B>),
          Unjoined<O, A, B>,
          Vector<R, NoInfer<B>>
        >,
  ): Vector<L, [B] extends [never] ? A : UnitOfOperation<O, A, B>>;
}

/** A bare number where it would have a unit, a unit where there is none, and what is no number at all. */
const sideFaults = (left: Unit, operator: Binary['operator'], right: RightSide): readonly Fault[] => {
  const fault = (code: Code, why: string, cure: string): readonly Fault[] => [
    { where: '', what: '', code, why, cure },
  ];
  const isPlain = typeof right === 'number';
  if (isPlain && !Number.isFinite(right))
    return fault('not-finite', `${right} is no number to reckon with`, 'write a finite one');
  if ((operator === '+' || operator === '-') && isPlain) return unitFaults(left, right);
  if ((operator === '%' || operator === '^') && !isPlain)
    return fault('wrong-type', 'its right side is no plain number', 'write e.g. 60');
  return operator === '^' && left !== 'ratio' && left !== 'count'
    ? fault(
        'units-do-not-mix',
        `the values are in ${left}, whose powers have no unit`,
        'write it of a ratio or a count',
      )
    : [];
};

const operate =
  (operator: Binary['operator']) =>
  <L extends string, U extends Unit>(
    left: AnyVector,
    right: RightSide,
    matching?: AnyMatching,
  ): Vector<L, U> => {
    refuse(`… ${operator} …`, sideFaults(left.unit, operator, right));
    const unit = typeof right === 'number' ? left.unit : unitOfOperation(left.unit, operator, right.unit);
    if (unit === undefined) {
      throw refusal(`${left.unit} ${operator} ${typeof right === 'number' ? right : right.unit}`, {
        what: '',
        code: 'units-do-not-mix',
        why: 'it means nothing',
        cure: 'bring both sides to units that go together',
      });
    }
    const { expr, labels } = operation(left, operator, right, matching);
    const fault = percentFault(expr, unit);
    if (fault !== undefined)
      throw refusal(inline(expr), { what: '', code: 'percent-as-ratio', why: fault, cure: '' });
    return typedVector({ expr, labels, unit });
  };

/** `left / right`. */
export const divide: Scaling<'/'> = operate('/');
/** `left * right`. */
export const multiply: Scaling<'*'> = operate('*');
/** `left + right`. */
export const add: Operation<'+'> = operate('+');
/** `left - right`; of two moments it is the seconds between them. */
export const subtract: Operation<'-'> = operate('-');

/** What is left of 1: `1 - ratio`. */
export const complement = <L extends string>(ratio: Vector<L, 'ratio'>): Vector<L, 'ratio'> => {
  const { expr, labels } = ofVector('1 - …', ratio);
  refuse(() => `1 - ${inline(expr)}`, unitFaults(ratio.unit, percent(100)));
  return new Vector({ type: 'binary', operator: '-', left: number(1), right: expr }, labels, 'ratio');
};

/** The rest of a division by a plain number. */
export const modulo: <L extends string, U extends Unit>(left: Vector<L, U>, right: number) => Vector<L, U> =
  operate('%');

/** A ratio or a count to a power; other units have no word for it. */
export const power: <L extends string, U extends 'ratio' | 'count'>(
  left: Vector<L, U>,
  right: number,
) => Vector<L, U> = operate('^');

const applied =
  (name: string) =>
  <L extends string, U extends Unit>(vector: Vector<L, U>, ...limits: readonly Limit[]): Vector<L, U> => {
    const { expr, labels, unit } = ofVector(name, vector);
    refuse(
      () => `${name}(${inline(expr)}, …)`,
      limits.flatMap((limit) => unitFaults(unit, limit)),
    );
    return new Vector(call(name, expr, ...limits.map(({ value }) => number(value))), labels, unit);
  };

/** Values brought between two limits, at least the first and at most the second. */
export const clamp: <L extends string, U extends Unit>(
  vector: Vector<L, U>,
  least: Limit<NoInfer<U>>,
  greatest: Limit<NoInfer<U>>,
) => Vector<L, U> = applied('clamp');

type Bounded = <L extends string, U extends Unit>(
  vector: Vector<L, U>,
  limit: Limit<NoInfer<U>>,
) => Vector<L, U>;
/** Values under the limit brought up to it. */
export const clampMin: Bounded = applied('clamp_min');
/** Values over the limit brought down to it. */
export const clampMax: Bounded = applied('clamp_max');

type Same = <L extends string, U extends Unit>(vector: Vector<L, U>) => Vector<L, U>;
/** Values without their sign. */
export const abs: Same = applied('abs');
/** Values rounded up to whole numbers. */
export const ceil: Same = applied('ceil');
/** Values rounded down to whole numbers. */
export const floor: Same = applied('floor');
/** The least series first, where a table shows them; a rule has no order. */
export const sort: Same = applied('sort');
/** The greatest series first, where a table shows them; a rule has no order. */
export const sortDesc: Same = applied('sort_desc');
