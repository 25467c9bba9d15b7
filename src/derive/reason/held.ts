import { type ComparisonOperator, type Expr, type VectorMatching, walk } from '#promql/expr/ast.js';
import { boundsOf } from '#promql/expr/bounds.js';
import { comparedSides, filteredSide, isFilter, opposite } from '#promql/expr/comparison.js';
import { inline } from '#promql/expr/inline.js';
import { labelsOf } from '#promql/expr/labels.js';
import { isScalar } from '#promql/expr/scalar.js';
import { doubted } from './doubted.js';

/** That the value of each series is so to a number. */
export interface Held {
  /** The expression whose value it is, without the comparisons that it has passed, as a text. */
  readonly of: string;
  /** The same, as it stands. */
  readonly kept: Expr;
  readonly operator: ComparisonOperator;
  readonly limit: number;
  /** The comparison that says so. */
  readonly by: Expr;
}

/** The number that a scalar always is. */
export const constant = (expr: Expr): number | undefined => {
  if (!isScalar(expr)) return undefined;
  const [least, greatest] = boundsOf(doubted(expr));
  return least === greatest ? least : undefined;
};

/** What is kept of an expression by the comparisons and set operators that its series have passed. */
export const keptOf = (expr: Expr): Expr => {
  if (expr.type !== 'binary') return expr;
  if (isFilter(expr)) return isPlain(expr) ? keptOf(filteredSide(expr)) : expr;
  return expr.operator === 'and' || expr.operator === 'unless' ? keptOf(expr.left) : expr;
};

/** Comparisons with a number leave the labels of series as they are. */
const isPlain = ({ left, right }: { readonly left: Expr; readonly right: Expr }): boolean =>
  isScalar(left) || isScalar(right);

/** Of series that names tell apart, the same labels may be of others. */
const isNamed = (expr: Expr): boolean =>
  [...walk(expr)].every((each) => each.type !== 'selector' || each.metric.name !== '');

/** Whether series of two sides that find each other and are of one expression are the same series. */
export const isSameSeries = (kept: Expr, matching: VectorMatching | undefined): boolean => {
  if (!isNamed(kept)) return false;
  if (!matching || (matching.type === 'ignoring' && matching.labels.length === 0)) return true;
  const labels = labelsOf(doubted(kept));
  if (matching.type === 'ignoring' || labels === 'scraped') return false;
  return [...labels].every((label) => matching.labels.includes(label));
};

/** What is held of the values of an expression's series by the comparisons that they have passed. */
export const heldOf = (expr: Expr): readonly Held[] => {
  if (expr.type !== 'binary') return [];
  const { operator, left, right, matching } = expr;
  if (isFilter(expr)) {
    if (!isPlain(expr)) return [];
    const kept = keptOf(expr);
    const of = inline(kept);
    const here = comparedSides(expr).flatMap(({ operator: compared, other }) => {
      const limit = constant(other);
      return limit === undefined ? [] : [{ of, kept, operator: compared, limit, by: expr }];
    });
    return [...here, ...heldOf(filteredSide(expr))];
  }
  if (operator === 'unless') return heldOf(left);
  if (operator !== 'and') return [];
  return [...heldOf(left), ...(isSameSeries(keptOf(right), matching) ? heldOf(right) : [])];
};

/** Whether no value at all is so to all of the numbers. */
export const isContradiction = (held: readonly Held[]): boolean =>
  ![...everywhere, ...held.flatMap(tried)].some((value) => held.every((each) => holds(value, each)));

const everywhere = [0, Number.MAX_VALUE, -Number.MAX_VALUE];

/** Values of which one passes where any does: each limit, what lies beside it, and what lies between two. */
const tried = ({ limit }: Held, _: number, all: readonly Held[]): readonly number[] => [
  limit,
  ...[-1, 1].map((side) => limit + side * Math.max(1, Math.abs(limit))),
  ...all.map((other) => (limit + other.limit) / 2),
];

const holds = (value: number, { operator, limit }: Held): boolean => {
  switch (operator) {
    case '==':
      return value === limit;
    case '!=':
      return value !== limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
  }
};

/** Whether what is held of values makes another comparison hold too. */
export const follows = (held: readonly Held[], other: Held): boolean => {
  const known = held.filter(({ of }) => of === other.of);
  return known.length > 0 && isContradiction([...known, { ...other, operator: opposite[other.operator] }]);
};
