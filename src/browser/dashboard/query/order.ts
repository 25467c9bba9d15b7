import { signatureOf } from './legend.js';

/** What puts series in order by their labels, and what by their values: only the outermost has a say. */
const byLabels = /^[\s(]*sort_by_label/;
const byValues = /^[\s(]*(sort|sort_desc|topk|bottomk)\b/;

/** What of a series gives its place. */
interface Placed {
  readonly labels: Parameters<typeof signatureOf>[0];
  readonly values: readonly number[];
}

/** The place in the order of values of each series: the same of neighbours that are equal. */
const ranksOf = (series: readonly Placed[]): readonly number[] => {
  let rank = 0;
  return series.map(({ values }, at) => {
    if (!Object.is(values[0], series[at - 1]?.values[0])) rank = at;
    return rank;
  });
};

/**
 * The series of an answer at one moment, always in the same order. Prometheus promises none unless the query asks for one, and has another each
 * time where a subquery is of several series; equal ones stand in any order even where it asks.
 */
export const inOrder = <S extends Placed>(expr: string, series: readonly S[]): readonly S[] => {
  if (byLabels.test(expr)) return series;
  const ranks = byValues.test(expr) ? ranksOf(series) : [];
  return series
    .map((one, at) => ({ one, rank: ranks[at] ?? 0, signature: signatureOf(one.labels) }))
    .sort((a, b) => a.rank - b.rank || (a.signature < b.signature ? -1 : 1))
    .map(({ one }) => one);
};
