import { boundsOf } from '#promql/expr/bounds.js';
import type { Edit } from '#proof/mutate/mutators/edit.js';
import type { Around, Place } from '#proof/mutate/place.js';

const samples = ['rate', 'irate', 'increase', 'delta'];

/** Values that nobody reads: after `and` or `unless` it only matters whether there is a series. */
export const onlyPresence = ({ expr, around }: Place, { by }: Edit): string | undefined => {
  const isValue =
    (expr.type === 'aggregation' &&
      by.type === 'aggregation' &&
      expr.grouping === by.grouping &&
      expr.expr === by.expr) ||
    // All of them ask for two samples.
    (expr.type === 'call' &&
      by.type === 'call' &&
      samples.includes(expr.function) &&
      samples.includes(by.function));
  return isValue && isOnlyAsked(around)
    ? 'only whether there is a series counts here, not its value'
    : undefined;
};

/** Whether what stands here is the right side of `and` or `unless`, or becomes it with its series unchanged. */
const isOnlyAsked = (around: readonly Around[]): boolean => {
  const parent = around.at(-1);
  if (parent?.expr.type === 'aggregation') return isOnlyAsked(around.slice(0, -1));
  return isGuard(parent);
};

const isGuard = (parent: Around | undefined): boolean =>
  parent?.expr.type === 'binary' && /^(and|unless)$/.test(parent.expr.operator) && parent.child === 1;

const greatest = ['sum', 'max', 'avg'];
const scaled = ['rate', 'increase'];

/** What is compared with 0 and is 0 exactly where it was: sum, greatest and mean of what is not negative; rate and increase. */
export const sameZero = ({ expr, around }: Place, { by }: Edit): string | undefined => {
  const isSwap =
    (expr.type === 'aggregation' &&
      by.type === 'aggregation' &&
      expr.grouping === by.grouping &&
      expr.expr === by.expr &&
      greatest.includes(expr.operator) &&
      greatest.includes(by.operator) &&
      boundsOf(expr.expr)[0] >= 0) ||
    (expr.type === 'call' &&
      by.type === 'call' &&
      scaled.includes(expr.function) &&
      scaled.includes(by.function));
  return isSwap && isComparedWithZero(around)
    ? `${expr.type === 'call' ? expr.function : expr.operator} is 0 exactly where ${by.type === 'call' ? by.function : by.operator} is, and only that is asked`
    : undefined;
};

/** On the way to the comparison what is 0 must stay 0, and what is over 0 over 0. */
const isComparedWithZero = (around: readonly Around[]): boolean => {
  const parent = around.at(-1);
  if (!parent) return false;
  const outside = around.slice(0, -1);
  const { expr, child } = parent;
  if (expr.type === 'aggregation')
    return ['sum', 'max', 'min', 'avg'].includes(expr.operator) && isComparedWithZero(outside);
  if (expr.type !== 'binary') return false;
  if (expr.operator === 'or') return isComparedWithZero(outside);
  if (child !== 0 || expr.right.type !== 'number' || expr.right.value !== 0) return false;
  // Of a guard nobody reads the value; of what is equal to 0 everybody reads 0.
  return expr.operator === '==' || (['>', '!=', '<='].includes(expr.operator) && isGuard(outside.at(-1)));
};
