import { inline } from '#promql/expr/inline.js';
import type { Edit } from '#proof/mutate/mutators/edit.js';
import type { Around, Place } from '#proof/mutate/place.js';

/**
 * What is multiplied by 0 and stands in where nothing else is: whatever it is, the alert reads 0 or nothing, and neither is over a limit
 * that is over 0.
 */
export const countsAsNothing = ({ expr, around }: Place, { by }: Edit): string | undefined => {
  const stoodIn = around.findIndex(
    ({ expr: each, child }, i) => isTimesZero(each) && child === 0 && isStandIn(around[i - 1]),
  );
  if (stoodIn > 0 && isNothingTo(around.slice(0, stoodIn - 1)))
    return 'it stands in, times 0, where nothing else is, and 0 is told of no more than nothing';
  const isDropped =
    expr.type === 'binary' && expr.operator === 'or' && by === expr.left && isTimesZero(expr.right);
  return isDropped && isNothingTo(around)
    ? 'it stands in, times 0, where nothing else is, and 0 is told of no more than nothing'
    : undefined;
};

/**
 * What is multiplied by 0 and stands in for a part that is missing of the same events: 0 whatever it is, and it is there where those
 * are of which the part is taken away.
 */
export const isZeroAnyway = ({ around }: Place, { kind, by }: Edit): string | undefined => {
  const product = around.findIndex(
    ({ expr: each, child }, i) => isTimesZero(each) && child === 0 && isStandIn(around[i - 1]),
  );
  const [difference, factor] = [around[product - 2], around[product]];
  if (difference?.expr.type !== 'binary' || difference.expr.operator !== '-' || difference.child !== 1)
    return undefined;
  if (factor?.expr.type !== 'binary' || inline(factor.expr.left) !== inline(difference.expr.left))
    return undefined;
  return isAsOften(kind) || (kind === 'function' && by.type === 'call' && by.function !== 'irate')
    ? 'times 0 it is 0 whatever it is, and it is there where that is of which it is taken away'
    : undefined;
};

/** What leaves as many series, or more, of the same labels. */
const isAsOften = (kind: Edit['kind']): boolean => kind === 'aggregation' || kind === 'matcher';

const isTimesZero = (expr: Place['expr']): boolean =>
  expr.type === 'binary' && expr.operator === '*' && expr.right.type === 'number' && expr.right.value === 0;

const isStandIn = (parent: Around | undefined): boolean =>
  parent?.expr.type === 'binary' && parent.expr.operator === 'or' && parent.child === 1;

/** Whether 0 stays 0, and nothing stays nothing, on the way to a comparison that lets neither pass. */
const isNothingTo = (around: readonly Around[]): boolean => {
  const parent = around.at(-1);
  if (!parent) return false;
  const outside = around.slice(0, -1);
  const { expr, child } = parent;
  if (expr.type === 'subquery') return isNothingTo(outside);
  if (expr.type === 'call') return expr.function === 'sum_over_time' && isNothingTo(outside);
  if (expr.type !== 'binary' || child !== 0) return false;
  if (expr.operator === '/') return isNothingTo(outside);
  return /^>=?$/.test(expr.operator) && expr.right.type === 'number' && expr.right.value > 0;
};
