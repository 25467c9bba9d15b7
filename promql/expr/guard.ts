import type { Expr, VectorMatching } from './ast.js';
import { isFilter, opposite } from './comparison.js';
import { labelsOf, offeredLabels } from './labels.js';
import { isTargetLabel } from '../metric/label.js';
import { selectors } from './ast.js';
import { keptFromZero } from './zero.js';

/** What is not 0 where an expression has a series, as `b > 0` says of `b`: by the comparisons that its series have passed. */
export const guardedBy = (expr: Expr): readonly Expr[] => {
  if (expr.type !== 'binary' || expr.bool || expr.operator === 'or') return [];
  const { operator, left, right, matching } = expr;
  const own = isFilter(expr) ? keptFromZero(expr) : [];
  return [
    ...own,
    ...guardedBy(left),
    ...(operator === 'unless' ? [] : beside(right, matching)),
    ...spared(expr),
  ];
};

/** What stands beside an expression, as far as it speaks of each of its series: `… and on (a) b > 0` of all that have one `a`. */
export const beside = (other: Expr, matching: VectorMatching | undefined): readonly Expr[] =>
  guardedBy(other).filter((each) => isToldApart(each, matching));

/** What `… unless b == 0` leaves. */
export const spared = (expr: Expr): readonly Expr[] => {
  if (expr.type !== 'binary' || expr.operator !== 'unless' || !isFilter(expr.right)) return [];
  const { right, matching } = expr;
  return keptFromZero({ ...right, operator: opposite[right.operator] }).filter((each) =>
    isToldApart(each, matching),
  );
};

/** Whether the labels that match tell the series of an expression apart: then each has one that it is matched with. */
const isToldApart = (expr: Expr, matching: VectorMatching | undefined): boolean => {
  if (!matching) return true;
  const { type, labels } = matching;
  if (type === 'ignoring') return !labels.some((label) => offeredLabels(expr).has(label));
  const fixed = labelsOf(expr);
  if (fixed !== 'scraped') return [...fixed].every((label) => labels.includes(label));
  // Of one target each series differs from the others in what the program says of it.
  return (
    labels.some(isTargetLabel) &&
    selectors(expr).every(({ metric }) => metric.ownLabels.every((label) => labels.includes(label)))
  );
};
