import { type Binary, type ComparisonOperator, type Expr, isComparison, walk } from '#promql/expr/ast.js';
import { boundsOf } from '#promql/expr/bounds.js';
import type { Edit } from '#proof/mutate/mutators/edit.js';
import type { Place } from '#proof/mutate/place.js';
import { isWhole } from './whole.js';

type Bounds = readonly [least: number, greatest: number];

/** Comparisons that let the same values pass, of those that the compared expression can reach. */
export const sameTruth = ({ expr }: Place, { by }: Edit): string | undefined => {
  if (!compares(expr) || !compares(by) || by.left !== expr.left) return undefined;
  const [bounds, whole] = [boundsOf(expr.left), isWhole(expr.left)];
  const isNotEqual = [expr, by].filter(({ operator }) => operator === '!=').length;
  // NaN is unequal to everything, and passes no other comparison.
  if (isNotEqual === 1 && mayBeNaN(expr.left)) return undefined;
  const [a, b] = [expr, by].map(({ operator, right }) => ({ operator, limit: right.value }));
  if (!a || !b) return undefined;
  const isSame = reachable(bounds, whole, a.limit, b.limit).every(
    (value) => holds(value, a.operator, a.limit) === holds(value, b.operator, b.limit),
  );
  return isSame ? `${described(bounds, whole)} passes both or neither` : undefined;
};

type Comparison = Binary & {
  readonly operator: ComparisonOperator;
  readonly right: { type: 'number'; value: number };
};
const compares = (expr: Expr): expr is Comparison =>
  expr.type === 'binary' && isComparison(expr.operator) && expr.right.type === 'number';

const mayBeNaN = (expr: Expr): boolean =>
  [...walk(expr)].some(
    (each) =>
      (each.type === 'binary' && ['/', '%', '^'].includes(each.operator)) ||
      (each.type === 'call' && /quantile/.test(each.function)) ||
      (each.type === 'selector' && each.metric.recorded !== undefined && mayBeNaN(each.metric.recorded)),
  );

const holds = (value: number, operator: ComparisonOperator, limit: number): boolean => {
  switch (operator) {
    case '==':
      return value === limit;
    case '!=':
      return value !== limit;
    case '>':
      return value > limit;
    case '<':
      return value < limit;
    case '>=':
      return value >= limit;
    case '<=':
      return value <= limit;
  }
};

/** A value of each piece into which two limits divide what can be reached: under, at, between and over them. */
const reachable = ([least, greatest]: Bounds, whole: boolean, a: number, b: number): readonly number[] => {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const [lowest, highest] = whole ? [Math.ceil(least), Math.floor(greatest)] : [least, greatest];
  const inside = (value: number): boolean =>
    value >= lowest && value <= highest && (!whole || Number.isInteger(value));
  const clipped = (value: number): number => Math.min(Math.max(value, lowest), highest);
  const under = clipped(whole ? Math.ceil(low) - 1 : low - 1);
  const over = clipped(whole ? Math.floor(high) + 1 : high + 1);
  // The least that lies between them, or for fractions the middle of what is left.
  const [from, to] = [Math.max(low, lowest), Math.min(high, highest)];
  const between = whole ? Math.max(Math.floor(low) + 1, lowest) : (from + to) / 2;
  return [
    ...(under < low ? [under] : []),
    low,
    ...(between > low && between < high ? [between] : []),
    high,
    ...(over > high ? [over] : []),
  ].filter((value) => inside(value));
};

const described = ([least, greatest]: Bounds, whole: boolean): string => {
  const kind = whole ? 'a whole number' : 'a number';
  if (least === -Infinity && greatest === Infinity) return kind;
  if (greatest === Infinity) return `${kind} of at least ${least}`;
  if (least === -Infinity) return `${kind} of at most ${greatest}`;
  return `${kind} from ${least} to ${greatest}`;
};
