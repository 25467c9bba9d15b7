import { type Binary, isComparison, number } from '#promql/expr/ast.js';
import { isDivisor } from './divisor.js';
import type { Edit, Mutator } from './edit.js';
import { tellsTime } from './time.js';

const factors = [2, 0.5, 1.1, 0.9];
/** Products come out a little off. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/**
 * A limit twice and half as far, and a tenth farther and nearer; 0, which no factor moves, becomes 1. A comparison that only
 * keeps 0 out of a divisor has no limit in this sense.
 */
export const limit: Mutator = (place) => {
  const { expr } = place;
  if (expr.type !== 'binary' || !isComparison(expr.operator)) return [];
  const { left, right } = expr;
  if (right.type !== 'number' || tellsTime(left) || isDivisor(place)) return [];
  const limits = right.value === 0 ? [1] : factors.map((factor) => rounded(right.value * factor));
  return limits.map((each) => moved(expr, right.value, each, 'limit'));
};

/** Hours that begin or end an hour earlier or later, and a day more or less. */
export const hours: Mutator = ({ expr }) => {
  if (expr.type !== 'binary' || !isComparison(expr.operator)) return [];
  const { left, right } = expr;
  if (right.type !== 'number' || !tellsTime(left)) return [];
  const step = left.type === 'call' ? 1 : 60;
  return [-step, step].map((by) => moved(expr, right.value, right.value + by, 'hours'));
};

const moved = (expr: Binary, from: number, to: number, kind: Edit['kind']): Edit => ({
  kind,
  before: `${expr.operator} ${from}`,
  after: `${expr.operator} ${to}`,
  by: { ...expr, right: number(to) },
});
