import { duration } from '#ground/duration.js';
import type { Asked } from '#derive/derivation.js';
import { type Binary, type Expr, selectors } from '#promql/expr/ast.js';
import { withChildren } from '#promql/expr/child.js';
import { inline } from '#promql/expr/inline.js';
import { offsetSeconds } from '#promql/expr/when.js';
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

/** How much earlier one of two sides reads what the other reads too. */
const before = ({ left, right }: Binary): number | undefined => {
  if (inline(now(left)) !== inline(now(right))) return undefined;
  const [a, b] = [earlier(left), earlier(right)];
  return a === undefined || b === undefined ? undefined : a - b;
};

/**
 * Now against before: what has gone or come is told for as long as one looks back, and what has changed differs for as long. Where rules
 * are evaluated at those very moments too it is a fact of what has gone or come: that long ago the same was asked, and held.
 */
export const forgottenBefore = ({ expr, for: pending, interval }: Asked): readonly Weakness[] =>
  required(expr).flatMap((each): readonly Weakness[] => {
    const seconds = before(each);
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
