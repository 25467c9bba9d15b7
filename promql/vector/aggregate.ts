import { type Expr, type Grouping, call, number } from '../expr/ast.js';
import type { LabelValues } from '../metric/match.js';
import type { Metric } from '../metric/metric.js';
import { bucketsOf } from '../metric/parts.js';
import type { Window } from '../unit/duration.js';
import type { Unit } from '../unit/unit.js';
import { rate } from './select.js';
import { Samples, Vector } from './vector.js';

/** The labels that an aggregation keeps; without one it makes a single series without labels. */
export interface By<B extends string> {
  readonly by: readonly B[];
}
const nothing: By<never> = { by: [] };

const grouping = (by: readonly string[]): { grouping?: Grouping } =>
  by.length > 0 ? { grouping: { type: 'by', labels: by } } : {};

const aggregate =
  (operator: 'sum' | 'max' | 'min' | 'avg') =>
  <L extends string, U extends Unit, const B extends L = never>(
    series: Samples<L, U> | Vector<L, U>,
    { by }: By<B> = nothing,
  ): Vector<B, U> =>
    new Vector({ type: 'aggregation', operator, expr: series.expr, ...grouping(by) }, by, series.unit);

export const sum = aggregate('sum');
export const max = aggregate('max');
export const min = aggregate('min');
export const avg = aggregate('avg');

/** How many series there are. */
export const count = <L extends string, const B extends L = never>(
  series: Samples<L> | Vector<L>,
  { by }: By<B> = nothing,
): Vector<B, 'count'> =>
  new Vector({ type: 'aggregation', operator: 'count', expr: series.expr, ...grouping(by) }, by, 'count');

const ranking =
  (operator: 'topk' | 'bottomk') =>
  <L extends string, U extends Unit>(k: number, vector: Vector<L, U>): Vector<L, U> =>
    new Vector(
      { type: 'aggregation', operator, parameter: number(k), expr: vector.expr },
      vector.labels,
      vector.unit,
    );

/** The `k` greatest series. */
export const topk = ranking('topk');
/** The `k` least series. */
export const bottomk = ranking('bottomk');

/**
 * The φ-quantile (0 to 1) of what a histogram observed in the window, in the histogram's unit. It cannot exceed the
 * last finite bucket.
 */
export const histogramQuantile = <
  V extends LabelValues,
  U extends Unit,
  const B extends keyof V & string = never,
>(
  quantile: number,
  histogram: Metric<'histogram', V, U>,
  window: Window,
  { by }: By<B> = nothing,
): Vector<B, U> => {
  if (!(quantile >= 0 && quantile <= 1)) {
    throw new Error(
      `histogramQuantile(${quantile}, ${histogram.info.name}): a quantile is between 0 and 1; write e.g. 0.95 for the 95th percentile`,
    );
  }
  const perBucket: Expr = {
    type: 'aggregation',
    operator: 'sum',
    expr: rate(bucketsOf(histogram), window).expr,
    ...grouping(['le', ...by]),
  };
  return new Vector(call('histogram_quantile', number(quantile), perBucket), by, histogram.info.unit);
};
