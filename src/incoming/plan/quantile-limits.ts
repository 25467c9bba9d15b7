import { byKey } from '#ground/by-key.js';
import { type Expr, selectors, walk } from '#promql/expr/ast.js';
import { comparedSides, isFilter } from '#promql/expr/comparison.js';

const isQuantile = (expr: Expr): boolean => expr.type === 'call' && expr.function === 'histogram_quantile';

/** The histograms of whose buckets an expression reads quantiles. */
const quantilesOf = (side: Expr): readonly string[] =>
  [...walk(side)]
    .filter(isQuantile)
    .flatMap(selectors)
    .map(({ metric }) => metric.name.replace(/_bucket$/, ''));

/** The positive numbers with which expressions compare quantiles, by histogram. */
export const quantileLimits = (exprs: readonly Expr[]): ReadonlyMap<string, readonly number[]> => {
  const compared = exprs
    .flatMap((expr) => [...walk(expr)])
    .filter(isFilter)
    .flatMap(comparedSides)
    .flatMap(({ side, other }) =>
      other.type === 'number' && other.value > 0 && Number.isFinite(other.value)
        ? quantilesOf(side).map((family) => ({ family, limit: other.value }))
        : [],
    );
  return new Map(
    [...byKey(compared, ({ family }) => family)].map(([family, all]) => [
      family,
      all.map(({ limit }) => limit),
    ]),
  );
};
