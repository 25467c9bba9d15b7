import type { Edit } from '#proof/mutate/mutators/edit.js';
import type { Around, Place } from '#proof/mutate/place.js';

/** What multiplies all buckets alike: a quantile and a fraction read only which share of the observations is in which bucket. */
export const sameShares = ({ expr, around }: Place, { by }: Edit): string | undefined => {
  const reader = readerOfShares(around);
  if (reader === undefined) return undefined;
  if (expr.type === 'call' && by.type === 'call' && isSwap(['rate', 'increase'], expr.function, by.function))
    return `${reader} reads shares of the observations, which do not depend on the unit of time`;
  // Every histogram of a metric has every bucket, so that each is divided by the same number of histograms.
  if (expr.type === 'aggregation' && by.type === 'aggregation' && expr.grouping === by.grouping)
    return isSwap(['sum', 'avg'], expr.operator, by.operator)
      ? `${reader} reads shares of the observations, which are the same of sums as of means`
      : undefined;
  return undefined;
};

const isSwap = (both: readonly string[], a: string, b: string): boolean =>
  both.includes(a) && both.includes(b);

/** Which argument of a function are buckets of which it reads no more than shares, and what that is called. */
const readers: Readonly<Record<string, readonly [argument: number, called: string]>> = {
  histogram_quantile: [1, 'a quantile'],
  histogram_fraction: [2, 'a fraction'],
};

/** What reads shares of this, where only sums and means stand between. */
const readerOfShares = (around: readonly Around[]): string | undefined => {
  const parent = around.at(-1);
  if (parent?.expr.type === 'aggregation')
    return ['sum', 'avg'].includes(parent.expr.operator) ? readerOfShares(around.slice(0, -1)) : undefined;
  const [argument, called] = parent?.expr.type === 'call' ? (readers[parent.expr.function] ?? []) : [];
  return parent?.child === argument ? called : undefined;
};
