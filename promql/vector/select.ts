import { type Expr, type Range, type Selector, call, number } from '../expr/ast.js';
import type { LabelValues } from '../metric/match.js';
import type { AnyMetric, Metric } from '../metric/metric.js';
import { type Countable, type PerSecond, perSecond } from '../unit/arithmetic.js';
import { type Duration, type Window, inSeconds, isDashboardWindow } from '../unit/duration.js';
import type { Unit } from '../unit/unit.js';
import { Samples, Vector } from './vector.js';

type LabelsOf<V extends LabelValues> = keyof V & string;
type CounterOf<V extends LabelValues, U extends Unit> = Metric<'counter', V, U>;
type GaugeOf<V extends LabelValues, U extends Unit> = Metric<'gauge', V, U>;

/** The selector of a metric's series. */
export const selector = ({ info, matchers, shift }: AnyMetric): Selector => ({
  type: 'selector',
  metric: info,
  matchers,
  ...(shift !== undefined && { offset: shift }),
});

const range = (metric: AnyMetric, window: Window): Range => {
  if (!isDashboardWindow(window)) inSeconds(window);
  return { type: 'range', selector: selector(metric), window };
};

/** The present value of a gauge's series. */
export const value = <V extends LabelValues, U extends Unit>(gauge: GaugeOf<V, U>): Samples<LabelsOf<V>, U> =>
  new Samples(selector(gauge), gauge.info.unit);

const rateLike =
  (name: 'rate' | 'irate') =>
  <V extends LabelValues, U extends Countable>(
    counter: CounterOf<V, U>,
    window: Window,
  ): Samples<LabelsOf<V>, PerSecond<U>> =>
    new Samples(call(name, range(counter, window)), perSecond<U>(counter.info.unit));

/** Increase per second over the window, resets taken into account. */
export const rate = rateLike('rate');
/** Increase per second between the last two samples of the window. */
export const irate = rateLike('irate');

/** Increase over the window, extrapolated to its edges: one event reads a little more than 1. */
export const increase = <V extends LabelValues, U extends Unit>(
  counter: CounterOf<V, U>,
  window: Window,
): Samples<LabelsOf<V>, U> => new Samples(call('increase', range(counter, window)), counter.info.unit);

/** How often a counter started anew within the window. */
export const resets = <V extends LabelValues>(
  counter: CounterOf<V, Unit>,
  window: Window,
): Samples<LabelsOf<V>, 'count'> => new Samples(call('resets', range(counter, window)), 'count');

const overTime =
  (name: string) =>
  <V extends LabelValues, U extends Unit>(gauge: GaugeOf<V, U>, window: Window): Samples<LabelsOf<V>, U> =>
    new Samples(call(name, range(gauge, window)), gauge.info.unit);

export const avgOverTime = overTime('avg_over_time');
export const maxOverTime = overTime('max_over_time');
export const minOverTime = overTime('min_over_time');
export const sumOverTime = overTime('sum_over_time');
export const lastOverTime = overTime('last_over_time');
/** The difference between a gauge at the window's end and at its start. */
export const delta = overTime('delta');

/** The φ-quantile (0 to 1) of a gauge's samples in the window. */
export const quantileOverTime = <V extends LabelValues, U extends Unit>(
  quantile: number,
  gauge: GaugeOf<V, U>,
  window: Window,
): Samples<LabelsOf<V>, U> =>
  new Samples(call('quantile_over_time', number(quantile), range(gauge, window)), gauge.info.unit);

/** What a gauge will be in a while, if it goes on as it did over the window. */
export const predictLinear = <V extends LabelValues, U extends Unit>(
  gauge: GaugeOf<V, U>,
  window: Window,
  ahead: Duration,
): Samples<LabelsOf<V>, U> =>
  new Samples(call('predict_linear', range(gauge, window), number(inSeconds(ahead))), gauge.info.unit);

const counting =
  (name: string, unit: 'count' | 'boolean') =>
  <V extends LabelValues>(
    metric: Metric<'counter' | 'gauge', V>,
    window: Window,
  ): Samples<LabelsOf<V>, 'count' | 'boolean'> =>
    new Samples(call(name, range(metric, window)), unit);

/** How many samples the window holds. */
export const countOverTime = counting('count_over_time', 'count');
/** 1 for every series with a sample in the window. */
export const presentOverTime = counting('present_over_time', 'boolean');
/** How often a value changed within the window. */
export const changes = counting('changes', 'count');

/** When each series was last scraped, in seconds since 1970. */
export const timestamp = <V extends LabelValues>(
  metric: Metric<'counter' | 'gauge', V>,
): Samples<LabelsOf<V>, 'timestamp'> => new Samples(call('timestamp', selector(metric)), 'timestamp');

/**
 * 1 when no series of the metric is there. It carries the labels that the metric's matchers fix with `=`, which
 * `by` names so that the compiler knows them.
 *
 * @throws Error when those are others than `by` says.
 */
export const absent = <V extends LabelValues, const B extends LabelsOf<V> = never>(
  metric: Metric<'counter' | 'gauge', V>,
  { by }: { readonly by: readonly B[] } = { by: [] },
): Vector<B, 'boolean'> => {
  const expr: Expr = call('absent', selector(metric));
  const fixed = metric.matchers.filter(({ operator }) => operator === '=').map(({ label }) => label);
  if (fixed.join() !== [...by].sort().join()) {
    throw new Error(
      `absent(${metric.info.name}) carries the labels that its matchers fix with '=' (${fixed.join(', ') || 'none'}), not (${by.join(', ') || 'none'}); write { by: [${fixed.map((l) => `'${l}'`).join(', ')}] }`,
    );
  }
  return new Vector(expr, by, 'boolean');
};
