import type { Reason } from '#ground/fault.js';
import { type ComparisonOperator, type Expr, walk } from './ast.js';
import { type Bounds, boundsOf } from './bounds.js';
import { comparedSides, isFilter } from './comparison.js';
import { inline } from './inline.js';

/** Whether a value within the bounds can compare so with a number. */
export const reaches: Readonly<Record<ComparisonOperator, (bounds: Bounds, limit: number) => boolean>> = {
  '>': ([, greatest], limit) => greatest > limit,
  '>=': ([, greatest], limit) => greatest >= limit,
  '<': ([least], limit) => least < limit,
  '<=': ([least], limit) => least <= limit,
  '==': ([least, greatest], limit) => least <= limit && limit <= greatest,
  '!=': ([least, greatest], limit) => least !== limit || greatest !== limit,
};

/** The comparisons in an expression that no value of its metrics passes. */
export const neverHeld = (expr: Expr): readonly Reason[] =>
  [...walk(expr)].filter(isFilter).flatMap((filter) =>
    comparedSides(filter).flatMap(({ side, operator, other }) => {
      const bounds = boundsOf(side);
      return other.type !== 'number' || Number.isNaN(other.value) || reaches[operator](bounds, other.value)
        ? []
        : [
            {
              code: 'limit-out-of-reach' as const,
              why: `'${inline(filter)}' never holds: '${inline(side)}' lies between ${bounds.join(' and ')}, so it is never ${operator} ${other.value}`,
            },
          ];
    }),
  );
