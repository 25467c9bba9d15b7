import { type Range, type Selector, call } from '#promql/expr/ast.js';
import type { LabelValues } from '#promql/metric/match.js';
import { insteadOfCounter, insteadOfGauge, insteadOfStored, readOf } from '#promql/metric/kind.js';
import type { AnyMetric, Metric } from '#promql/metric/metric.js';
import type { Wanted } from '#promql/refused.js';
import { type Countable, type PerSecond, perSecond } from '#promql/unit/arithmetic.js';
import { refusal } from '#ground/fault.js';
import { inSeconds } from '#ground/duration.js';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';
import type { Unit } from '#promql/unit/unit.js';
import { Samples } from './vector.js';

type LabelsOf<V extends LabelValues> = keyof V & string;
type CounterOf<V extends LabelValues, U extends Unit> = Metric<'counter', V, U>;
type GaugeOf<V extends LabelValues, U extends Unit> = Metric<'gauge', V, U>;

type OfGauge = "a counter is not read raw: write rate(…, '5m') or increase(…, '5m')";
type OfCounter =
  'only what counts has a rate: write value(…) of a gauge, sumOf(…) or countOf(…) of a histogram';

/** The selector of a metric's series. */
export const selector = ({ info, matchers, when }: AnyMetric): Selector => ({
  type: 'selector',
  metric: info,
  matchers,
  ...when,
});

/** The samples of a metric's series over a window. */
export const range = (metric: AnyMetric, window: Window): Range => {
  if (!isDashboardWindow(window) && inSeconds(window) === 0)
    throw refusal(`${metric.info.name}[${window}]`, {
      what: window,
      code: 'zero-length',
      why: 'a window of no length holds no samples',
      cure: "write e.g. '5m'",
    });
  return { type: 'range', selector: selector(metric), window };
};

/** The present value of a gauge's series. */
export const value = <V extends LabelValues, U extends Unit>(
  gauge: Wanted<GaugeOf<V, U>, OfGauge>,
): Samples<LabelsOf<V>, U> => {
  readOf('value', ['gauge'], gauge, insteadOfGauge);
  return new Samples(selector(gauge), gauge.info.unit);
};

const rateLike =
  (name: 'rate' | 'irate') =>
  <V extends LabelValues, U extends Countable>(
    counter: Wanted<CounterOf<V, U>, OfCounter>,
    window: Window,
  ): Samples<LabelsOf<V>, PerSecond<U>> => {
    readOf(name, ['counter'], counter, insteadOfCounter);
    return new Samples(call(name, range(counter, window)), perSecond<U>(counter.info.unit));
  };

/** Increase per second over the window, resets taken into account. */
export const rate = rateLike('rate');
/** Increase per second between the last two samples of the window. */
export const irate = rateLike('irate');

/** Increase over the window, extrapolated to its edges: one event reads a little more than 1. */
export const increase = <V extends LabelValues, U extends Unit>(
  counter: Wanted<CounterOf<V, U>, OfCounter>,
  window: Window,
): Samples<LabelsOf<V>, U> => {
  readOf('increase', ['counter'], counter, insteadOfCounter);
  return new Samples(call('increase', range(counter, window)), counter.info.unit);
};

/** How often a counter started anew within the window. */
export const resets = <V extends LabelValues>(
  counter: CounterOf<V, Unit>,
  window: Window,
): Samples<LabelsOf<V>, 'count'> => {
  readOf('resets', ['counter'], counter, insteadOfCounter);
  return new Samples(call('resets', range(counter, window)), 'count');
};

/** When each series was last scraped, in seconds since 1970. */
export const timestamp = <V extends LabelValues>(
  metric: Metric<'counter' | 'gauge', V>,
): Samples<LabelsOf<V>, 'timestamp'> => {
  readOf('timestamp', ['counter', 'gauge'], metric, insteadOfStored);
  return new Samples(call('timestamp', selector(metric)), 'timestamp');
};
