import { type Expr, walk } from '#promql/expr/ast.js';
import type { Solved } from '#derive/labels/solve.js';
import type { Spread } from './stage.js';
import { tellingLabel } from './telling.js';

const takesMany = /^(count|sum|avg|min|max|stddev|stdvar|topk|bottomk|quantile|count_values)$/;

/**
 * Series as they are needed: one of each, then several where an expression takes many together, as far as its limits count them.
 */
export const spreadsOf = (
  expr: Expr,
  { leaves, labels }: Solved,
  constants: readonly number[],
): readonly (Spread | undefined)[] => {
  const isOfMany = [...walk(expr)].some(
    (each) => each.type === 'aggregation' && takesMany.test(each.operator),
  );
  if (!isOfMany) return [undefined];
  const counts = [
    ...new Set([
      2,
      3,
      ...constants.filter((c) => Number.isInteger(c) && c > 0 && c <= 500).map((c) => c + 1),
    ]),
  ]
    .sort((a, b) => a - b)
    .slice(0, 6);
  const telling = tellingLabel(expr);
  const free = [
    ...new Set([telling, 'replica', ...labels.filter((label) => label !== 'le' && label !== 'job'), 'job']),
  ].filter(
    (label) =>
      label === telling || label === 'replica' || leaves.some((leaf) => leaf.labels[label] !== undefined),
  );
  const spreads = counts.flatMap((copies) =>
    free.flatMap((label): readonly Spread[] => [
      ...(copies <= 3 ? [{ label, copies, isApart: true }] : []),
      { label, copies, isApart: false },
      ...(leaves.length > 1 && label === telling
        ? leaves.map(({ id }) => ({ label, copies, isApart: false, leaf: id }))
        : []),
    ]),
  );
  return [undefined, ...spreads];
};
