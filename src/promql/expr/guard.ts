import { type Expr, type VectorMatching, selectors } from './ast.js';
import { isFilter, opposite } from './comparison.js';
import { labelsOf, offeredLabels } from './labels.js';
import { isTargetLabel } from '#promql/metric/label.js';
import { keptFromZero } from './zero.js';

/** What is not 0 where something stands beside it. */
export interface Guarded {
  readonly expr: Expr;
  /** How it is matched, where these labels alone do not tell its series apart: then one of several is not 0. */
  readonly oneOf?: VectorMatching;
}

/** What is not 0 where an expression has a series, as `b > 0` says of `b`: by the comparisons that its series have passed. */
export const guardedBy = (expr: Expr): readonly Guarded[] => {
  if (expr.type !== 'binary' || expr.bool || expr.operator === 'or') return [];
  const { operator, left, right, matching } = expr;
  const own = isFilter(expr) ? keptFromZero(expr).map((each) => ({ expr: each })) : [];
  return [...own, ...guardedBy(left), ...(operator === 'unless' ? spared(expr) : beside(right, matching))];
};

/** What stands beside an expression, as far as it speaks of each of its series: `… and on (a) b > 0` of all that have one `a`. */
export const beside = (other: Expr, matching: VectorMatching | undefined): readonly Guarded[] =>
  guardedBy(other).map((each) => matched(each, matching));

/** What `… unless b == 0` leaves. */
export const spared = (expr: Expr): readonly Guarded[] => {
  if (expr.type !== 'binary' || expr.operator !== 'unless' || !isFilter(expr.right)) return [];
  const { right, matching } = expr;
  return keptFromZero({ ...right, operator: opposite[right.operator] }).map((each) =>
    matched({ expr: each }, matching),
  );
};

const matched = (guarded: Guarded, matching: VectorMatching | undefined): Guarded =>
  !matching || guarded.oneOf || isToldApart(guarded.expr, matching)
    ? guarded
    : { ...guarded, oneOf: matching };

/** What of this is not 0 at each series that a divisor is matched with: its matching too lets one series of it through for each. */
export const ofEach = (known: readonly Guarded[], matching: VectorMatching | undefined): readonly Expr[] =>
  known.filter(({ oneOf }) => !oneOf || isAlike(oneOf, matching)).map(({ expr }) => expr);

const isAlike = (one: VectorMatching, other: VectorMatching | undefined): boolean =>
  one.type === other?.type && [...one.labels].sort().join() === [...other.labels].sort().join();

/** Whether the labels that match tell the series of an expression apart: then each has one that it is matched with. */
const isToldApart = (expr: Expr, { type, labels }: VectorMatching): boolean => {
  if (type === 'ignoring') return !labels.some((label) => offeredLabels(expr).has(label));
  const fixed = labelsOf(expr);
  if (fixed !== 'scraped') return [...fixed].every((label) => labels.includes(label));
  // Of one target each series differs from the others in what the program says of it.
  return (
    labels.some(isTargetLabel) &&
    selectors(expr).every(({ metric }) => metric.ownLabels.every((label) => labels.includes(label)))
  );
};
