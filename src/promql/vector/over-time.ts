import { call, number } from '#promql/expr/ast.js';
import type { LabelValues } from '#promql/metric/match.js';
import { insteadOfGauge, insteadOfStored, readOf } from '#promql/metric/kind.js';
import type { Metric } from '#promql/metric/metric.js';
import {
  type Countable,
  type Mean,
  type PerSecond,
  type Total,
  type UnitOfOperation,
  mean,
  perSecond,
  total,
  unitOfOperation,
} from '#promql/unit/arithmetic.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Window } from '#promql/unit/window.js';
import type { Unit } from '#promql/unit/unit.js';
import { probability } from './probability.js';
import { range } from './select.js';
import { Samples, typedSamples } from './vector.js';

type LabelsOf<V extends LabelValues> = keyof V & string;
type GaugeOf<V extends LabelValues, U extends Unit> = Metric<'gauge', V, U>;

/** A gauge's values in a window taken together, in the unit `R`. */
const overTime =
  (name: string, unitOf: (unit: Unit) => Unit = (unit) => unit) =>
  <L extends string, R extends Unit>(gauge: Metric<'gauge', LabelValues>, window: Window): Samples<L, R> => {
    readOf(name, ['gauge'], gauge, insteadOfGauge);
    return typedSamples({ expr: call(name, range(gauge, window)), unit: unitOf(gauge.info.unit) });
  };

type OverTime = <V extends LabelValues, U extends Unit>(
  gauge: GaugeOf<V, U>,
  window: Window,
) => Samples<LabelsOf<V>, U>;
/** The greatest value within the window. */
export const maxOverTime: OverTime = overTime('max_over_time');
/** The least value within the window. */
export const minOverTime: OverTime = overTime('min_over_time');
/** The last value within the window, however long ago. */
export const lastOverTime: OverTime = overTime('last_over_time');

/** The mean of the window's samples; of what is 0 or 1, the share of the time that it was 1. */
export const avgOverTime: <V extends LabelValues, U extends Unit>(
  gauge: GaugeOf<V, U>,
  window: Window,
) => Samples<LabelsOf<V>, Mean<U>> = overTime('avg_over_time', mean);

/** The window's samples added up; of what is 0 or 1, in how many samples it was 1. */
export const sumOverTime: <V extends LabelValues, U extends Unit>(
  gauge: GaugeOf<V, U>,
  window: Window,
) => Samples<LabelsOf<V>, Total<U>> = overTime('sum_over_time', total);

/** How far the window's samples are spread around their mean. */
export const stddevOverTime: <V extends LabelValues, U extends Exclude<Unit, 'timestamp'>>(
  gauge: GaugeOf<V, U>,
  window: Window,
) => Samples<LabelsOf<V>, Mean<U>> = overTime('stddev_over_time', mean);

/** The difference between a gauge at the window's end and at its start. */
export const delta: <V extends LabelValues, U extends Unit>(
  gauge: GaugeOf<V, U>,
  window: Window,
) => Samples<LabelsOf<V>, UnitOfOperation<'-', U, U>> = overTime(
  'delta',
  (unit) => unitOfOperation(unit, '-', unit) ?? unit,
);

/** How much a gauge changes per second, by the line that fits the window's samples best. */
export const deriv = <V extends LabelValues, U extends Countable>(
  gauge: GaugeOf<V, U>,
  window: Window,
): Samples<LabelsOf<V>, PerSecond<U>> => {
  readOf('deriv', ['gauge'], gauge, insteadOfGauge);
  return new Samples(call('deriv', range(gauge, window)), perSecond<U>(gauge.info.unit));
};

/** The φ-quantile (0 to 1) of a gauge's samples in the window. */
export const quantileOverTime = <V extends LabelValues, U extends Unit>(
  quantile: number,
  gauge: GaugeOf<V, U>,
  window: Window,
): Samples<LabelsOf<V>, U> => {
  readOf('quantile_over_time', ['gauge'], gauge, insteadOfGauge);
  const phi = probability(quantile, `quantileOverTime(${quantile}, ${gauge.info.name})`);
  return new Samples(call('quantile_over_time', phi, range(gauge, window)), gauge.info.unit);
};

/** What a gauge will be in a while, if it goes on as it did over the window. */
export const predictLinear = <V extends LabelValues, U extends Unit>(
  gauge: GaugeOf<V, U>,
  window: Window,
  ahead: Duration,
): Samples<LabelsOf<V>, U> => {
  readOf('predict_linear', ['gauge'], gauge, insteadOfGauge);
  return new Samples(call('predict_linear', range(gauge, window), number(inSeconds(ahead))), gauge.info.unit);
};

const counting =
  <U extends Unit>(name: string, unit: U) =>
  <V extends LabelValues>(
    metric: Metric<'counter' | 'gauge', V>,
    window: Window,
  ): Samples<LabelsOf<V>, U> => {
    readOf(name, ['counter', 'gauge'], metric, insteadOfStored);
    return new Samples(call(name, range(metric, window)), unit);
  };

/** How many samples the window holds. */
export const countOverTime = counting('count_over_time', 'count');
/** 1 for every series with a sample in the window. */
export const presentOverTime = counting('present_over_time', 'boolean');
/** How often a value changed within the window. */
export const changes = counting('changes', 'count');
