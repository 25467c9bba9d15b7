import { duration } from '#ground/duration.js';
import type { Asked } from '#derive/derivation.js';
import { type Binary, type Expr, selectors } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import { inline } from '#promql/expr/inline.js';
import { offsetSeconds } from '#promql/expr/when.js';
import { heldOf, isContradiction, isSameSeries } from './held.js';
import { required } from './required.js';
import type { Weakness } from './weakness.js';

/** By how much earlier an expression reads all that it reads, in seconds; nothing where it reads parts of it at different moments. */
const earlier = (expr: Expr): number | undefined => {
  const offsets = new Set(
    selectors(expr).map(({ offset, at }) => (at === undefined ? (offset ?? '0s') : '')),
  );
  const [only = ''] = offsets;
  return offsets.size !== 1 || only === '' ? undefined : offsetSeconds(only);
};

/** The same expression, read now. */
const now = (expr: Expr): Expr => {
  if (expr.type !== 'selector') return withChildren(expr, now);
  const { type, metric, matchers } = expr;
  return { type, metric, matchers };
};

/** How much earlier one expression reads what the other reads too. */
const before = (one: Expr, other: Expr): number | undefined => {
  if (inline(now(one)) !== inline(now(other))) return undefined;
  const [a, b] = [earlier(one), earlier(other)];
  return a === undefined || b === undefined ? undefined : a - b;
};

/**
 * Now against before: what has gone or come is told for as long as one looks back, and what has changed differs for as long. Where rules
 * are evaluated at those very moments too it is a fact of what has gone or come: that long ago the same was asked, and held.
 */
export const forgottenBefore = ({ expr, for: pending, interval }: Asked): readonly Weakness[] =>
  required(expr).flatMap((each): readonly Weakness[] => {
    const seconds = before(each.left, each.right);
    if (seconds === undefined || Math.abs(seconds) > pending) return [];
    const told = { kind: 'cannot mature', blame: each } as const;
    const length = duration(Math.abs(seconds));
    if (each.operator === 'unless' && seconds !== 0)
      return [
        {
          ...told,
          certainty: seconds % interval === 0 ? 'fact' : 'guess',
          why: `'${inline(each)}' holds for ${length} after a series has ${seconds > 0 ? 'gone' : 'come'}, and for is ${duration(pending)}`,
          cure: `look back further than for: offset ${duration(2 * Math.max(pending, 60))}`,
        },
      ];
    return each.operator === '!=' && seconds !== 0
      ? [
          {
            ...told,
            certainty: 'guess',
            why: `'${inline(each)}' holds for ${length} after a change, and for is ${duration(pending)}, so only changes that keep coming are told`,
            cure: `make for shorter than ${length}`,
          },
        ]
      : [];
  });

/** The `and`s of a condition that must all hold. */
const conjunctions = (expr: Expr): readonly Binary[] => {
  if (expr.type === 'aggregation') return conjunctions(expr.expr);
  if (expr.type !== 'binary' || expr.operator !== 'and') return [];
  return [expr, ...conjunctions(expr.left), ...conjunctions(expr.right)];
};

/**
 * What must be so now and must have been otherwise a while ago: for longer than that while it cannot go on, since what is now is that while
 * ago by then. Of others that match it may, which is why it is a guess where more than the same series do.
 */
export const otherwiseBefore = ({ expr, for: pending, interval }: Asked): readonly Weakness[] =>
  conjunctions(expr).flatMap((each): readonly Weakness[] => {
    const [left, right] = [heldOf(each.left), heldOf(each.right)];
    const pairs = left.flatMap((one) =>
      right.map((other) => ({ one, other, seconds: Math.abs(before(one.kept, other.kept) ?? 0) })),
    );
    const found = pairs.find(
      ({ one, other, seconds }) => seconds !== 0 && seconds <= pending && isContradiction([one, other]),
    );
    if (!found) return [];
    const { one, seconds } = found;
    const isSure = seconds % interval === 0 && isSameSeries(now(one.kept), each.matching);
    return [
      {
        kind: 'cannot mature',
        certainty: isSure ? 'fact' : 'guess',
        blame: each,
        why: `'${inline(each)}' asks for one thing now and for another ${duration(seconds)} before, and for is ${duration(pending)}, by which now is that long ago`,
        cure: `make for shorter than ${duration(seconds)}`,
      },
    ];
  });
