import { refusal } from '#ground/fault.js';
import { type Expr, call, number } from '#promql/expr/ast.js';
import type { LabelValues } from '#promql/metric/match.js';
import type { Metric } from '#promql/metric/metric.js';
import { isNative } from '#promql/metric/storage.js';
import { type Countable, type PerSecond, perSecond } from '#promql/unit/arithmetic.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Window } from '#promql/unit/window.js';
import { type By, grouping, noLabels } from './aggregate.js';
import { probability } from './probability.js';
import { range } from './select.js';
import { Vector } from './vector.js';

/** Whether it holds what was observed each second, or all of it: then its count is a rate, or a number. */
type Over = 'perSecond' | 'count';

/**
 * An instant vector whose values are native histograms, told apart by exactly the labels `L`. It is compared with nothing and drawn as no
 * line: `histogramCount`, `histogramFraction` and the like make numbers of it.
 */
export class NativeHistograms<in out L extends string, out U extends Unit, out O extends Over = Over> {
  constructor(
    readonly expr: Expr,
    readonly labels: readonly L[],
    /** Of what is observed. */
    readonly observed: U,
    readonly over: O,
  ) {}

  declare protected readonly 'a native histogram is no number: write histogramQuantile(…) or histogramCount(…)': (
    labels: L,
  ) => L;
}

const over =
  <O extends Over>(name: 'rate' | 'increase', unit: O) =>
  <V extends LabelValues, U extends Unit, const B extends keyof V & string = never>(
    histogram: Metric<'histogram' | 'summary', V, U>,
    window: Window,
    { by }: By<B> = noLabels,
  ): NativeHistograms<NoInfer<B>, U, O> => {
    const { info } = histogram;
    if (!isNative(info))
      throw refusal(`${name} of ${info.name}`, {
        what: info.name,
        code: 'stored-otherwise',
        why: `${info.name} is stored as a classic histogram, so there is no series of that name`,
        cure: "say how it is stored, stored: 'native', or read it by what reads either, as observationRate(…)",
      });
    const expr = call(name, range(histogram, window));
    const together: Expr = { type: 'aggregation', operator: 'sum', expr, ...grouping({ expr }, by) };
    return new NativeHistograms(together, by, info.unit, unit);
  };

/** What a native histogram observed a second, over the window. */
export const nativeRate = over('rate', 'perSecond');
/** What a native histogram observed in the window, extrapolated to its edges. */
export const nativeIncrease = over('increase', 'count');

/** How many were observed, or how many a second. */
export const histogramCount = <L extends string, O extends Over>({
  expr,
  labels,
  over,
}: NativeHistograms<L, Unit, O>): Vector<L, O> => new Vector(call('histogram_count', expr), labels, over);

/** All that was observed a second, added up. */
export const histogramSum = <L extends string, U extends Countable>({
  expr,
  labels,
  observed,
}: NativeHistograms<L, U, 'perSecond'>): Vector<L, PerSecond<U>> =>
  new Vector(call('histogram_sum', expr), labels, perSecond<U>(observed));

/** The mean of what was observed: nothing where nothing was. */
export const histogramAvg = <L extends string, U extends Unit>({
  expr,
  labels,
  observed,
}: NativeHistograms<L, U>): Vector<L, U> => new Vector(call('histogram_avg', expr), labels, observed);

/**
 * The share of what was observed that lies between two values: exact where both are edges of its buckets, else as if observations were
 * spread over the bucket in which a value lies. Of nothing it is NaN, which compares with nothing.
 */
export const histogramFraction = <L extends string>(
  least: number,
  greatest: number,
  { expr, labels }: NativeHistograms<L, Unit>,
): Vector<L, 'ratio'> => {
  if (!(least < greatest))
    throw refusal(`histogramFraction(${least}, ${greatest}, …)`, {
      what: `${least}, ${greatest}`,
      code: 'ends-before-it-begins',
      why: 'nothing lies between them',
      cure: 'write the least value first',
    });
  return new Vector(call('histogram_fraction', number(least), number(greatest), expr), labels, 'ratio');
};

/** The φ-quantile (0 to 1) of what was observed. */
export const nativeQuantile = <L extends string, U extends Unit>(
  quantile: number,
  { expr, labels, observed }: NativeHistograms<L, U>,
): Vector<L, U> =>
  new Vector(
    call('histogram_quantile', probability(quantile, `nativeQuantile(${quantile}, …)`), expr),
    labels,
    observed,
  );
