import { type Expr, selectors, walk } from '#promql/expr/ast.js';
import { isOfHistograms } from '#promql/expr/native.js';

/** Buckets that stand in series of their own have a label for it, whatever else is not known of them. */
const hasBuckets = (expr: Expr): boolean =>
  selectors(expr).some(({ metric }) => metric.labels.includes('le'));

/** The smallest part of an expression that reads a native histogram as such; nothing where there is none. Series that are made are of numbers. */
export const readsHistograms = (expr: Expr): Expr | undefined =>
  [...walk(expr)].find(
    (each) =>
      each.type === 'call' &&
      each.function.startsWith('histogram_') &&
      each.args.some((arg) => isOfHistograms(arg) && !hasBuckets(arg)),
  );
