import { isComparison } from '#promql/expr/ast.js';
import { treacherousDivisors } from '#promql/expr/divisor.js';
import { isScalar } from '#promql/expr/scalar.js';
import type { Edit } from '#proof/mutate/mutators/edit.js';
import { isDivisor } from '#proof/mutate/mutators/divisor.js';
import type { Around, Place } from '#proof/mutate/place.js';
import { withChild } from '#promql/expr/child.js';

/** A divisor that may be 0 where what it divides is 0 too: the quotient is NaN then, which no comparison lets pass. */
export const neverPasses = (place: Place, { by }: Edit): string | undefined => {
  const parent = place.around.at(-1);
  if (!parent || !isDivisor(place)) return undefined;
  const isFilterOf = (divisor: typeof by): boolean =>
    place.expr.type === 'binary' && (divisor === place.expr.left || isZeroIn(divisor, place.expr.left));
  if (!isFilterOf(by) || treacherousDivisors(withChild(parent.expr, 1, bare(by))).length > 0)
    return undefined;
  return isCompared(place.around.slice(0, -1))
    ? 'where the divisor is 0 so is what it divides, and NaN passes no comparison'
    : undefined;
};

/** The same divisor with 0 counted in: `>= 0`. */
const isZeroIn = (by: Edit['by'], left: Edit['by']): boolean =>
  by.type === 'binary' &&
  by.operator === '>=' &&
  by.left === left &&
  by.right.type === 'number' &&
  by.right.value === 0;

const bare = (by: Edit['by']): Edit['by'] =>
  by.type === 'binary' && isComparison(by.operator) && by.right.type === 'number' ? by.left : by;

/** Whether a comparison reads the quotient, with nothing but arithmetic by numbers between them. */
const isCompared = (around: readonly Around[]): boolean => {
  const parent = around.at(-1);
  if (parent?.expr.type !== 'binary') return false;
  const { operator, left, right } = parent.expr;
  if (isComparison(operator)) return parent.child === 0 && operator !== '!=' && right.type === 'number';
  if (operator === 'and') return parent.child === 0 && isCompared(around.slice(0, -1));
  return (isScalar(left) || isScalar(right)) && isCompared(around.slice(0, -1));
};
