import { type ArithmeticOperator, isComparison, isSetOperator } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { isScalar } from '#promql/expr/scalar.js';
import { abridged } from '#proof/mutate/abridged.js';
import { isDivisor } from './divisor.js';
import { type Edit, type Mutator, none } from './edit.js';
import { tellsTime } from './time.js';

/** Conditions that are not asked: what stands after `and` or `unless`, before `and`, or keeps 0 out of a divisor. */
export const guard: Mutator = (place) => {
  const { expr } = place;
  if (expr.type !== 'binary') return [];
  const { operator, left, right } = expr;
  if (isComparison(operator) && isDivisor(place))
    return [{ kind: 'guard', before: `${operator} ${inline(right)}`, after: none, by: left }];
  if (operator === 'and' || operator === 'unless') {
    const dropped: Edit = { kind: 'guard', before: `${operator} ${abridged(right)}`, after: none, by: left };
    // Hours without a condition say nothing.
    return operator === 'and' && (tellsTime(left) || !tellsTime(right))
      ? [dropped, { kind: 'guard', before: `${abridged(left)} and`, after: none, by: right }]
      : [dropped];
  }
  return [];
};

/** One side of an `or` that is not there. */
export const side: Mutator = ({ expr }) => {
  if (expr.type !== 'binary' || expr.operator !== 'or') return [];
  const { left, right } = expr;
  return [
    { kind: 'side', before: `${abridged(left)} or`, after: none, by: right },
    { kind: 'side', before: `or ${abridged(right)}`, after: none, by: left },
  ];
};

const swapped: Partial<Readonly<Record<ArithmeticOperator, ArithmeticOperator>>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
};

/** Added instead of taken away, multiplied instead of divided. */
export const arithmetic: Mutator = ({ expr }) => {
  if (expr.type !== 'binary' || isComparison(expr.operator) || isSetOperator(expr.operator)) return [];
  const { operator, left, right } = expr;
  const after = swapped[operator];
  if (after === undefined || (isScalar(left) && isScalar(right))) return [];
  return [{ kind: 'arithmetic', before: operator, after, by: { ...expr, operator: after } }];
};
