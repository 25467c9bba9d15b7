import type { Edit } from '#proof/mutate/mutators/edit.js';
import type { Around, Place } from '#proof/mutate/place.js';

/** What multiplies all buckets alike: a quantile reads only which share of the observations is in which bucket. */
export const sameShares = ({ expr, around }: Place, { by }: Edit): string | undefined => {
  if (!isBucketArgument(around)) return undefined;
  if (expr.type === 'call' && by.type === 'call' && isSwap(['rate', 'increase'], expr.function, by.function))
    return 'a quantile reads shares of the observations, which do not depend on the unit of time';
  // Every histogram of a metric has every bucket, so that each is divided by the same number of histograms.
  if (expr.type === 'aggregation' && by.type === 'aggregation' && expr.grouping === by.grouping)
    return isSwap(['sum', 'avg'], expr.operator, by.operator)
      ? 'a quantile reads shares of the observations, which are the same of sums as of means'
      : undefined;
  return undefined;
};

const isSwap = (both: readonly string[], a: string, b: string): boolean =>
  both.includes(a) && both.includes(b);

/** Whether only sums and means stand between this and a `histogram_quantile`. */
const isBucketArgument = (around: readonly Around[]): boolean => {
  const parent = around.at(-1);
  if (parent?.expr.type === 'aggregation')
    return ['sum', 'avg'].includes(parent.expr.operator) && isBucketArgument(around.slice(0, -1));
  return parent?.expr.type === 'call' && parent.expr.function === 'histogram_quantile' && parent.child === 1;
};
