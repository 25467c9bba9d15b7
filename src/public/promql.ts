// Typed PromQL: metrics and their units, vectors, and raw text that is read.
export {
  counter,
  gauge,
  histogram,
  summary,
  unconventional,
  pythonBuckets,
  goBuckets,
} from '#promql/metric/declare.js';
export { catalog, narrowed, type MetricCatalog } from '#promql/metric/catalog.js';
export {
  Metric,
  type Counter,
  type Gauge,
  type Histogram,
  type Summary,
  type AnyMetric,
} from '#promql/metric/metric.js';
export {
  not,
  variable,
  type LabelMatcher,
  type Not,
  type Variable,
  type Match,
  type LabelValues,
  type Matchers,
} from '#promql/metric/match.js';
export { countOf, sumOf, bucketsOf, upTo, quantileOf } from '#promql/metric/parts.js';
export { targetLabels, type TargetLabel } from '#promql/metric/label.js';
export {
  percent,
  ratio,
  count,
  perSecond,
  cores,
  bytes,
  mebibytes,
  gibibytes,
  seconds,
  yes,
  no,
  type Limit,
} from '#promql/unit/limit.js';
export { type Unit } from '#promql/unit/unit.js';
export { type DashboardWindow, type Window } from '#promql/unit/window.js';
export { absent, absentOverTime } from '#promql/vector/absent.js';
export {
  sum,
  avg,
  max,
  min,
  count as countSeries,
  topk,
  bottomk,
  type By,
} from '#promql/vector/aggregate.js';
export {
  histogramQuantile,
  observationRate,
  observations,
  observedRate,
  shareOver,
  observationsOver,
  meanObserved,
} from '#promql/vector/histogram.js';
export {
  divide,
  multiply,
  add,
  subtract,
  complement,
  modulo,
  power,
  clamp,
  clampMin,
  clampMax,
  abs,
  ceil,
  floor,
  sort,
  sortDesc,
} from '#promql/vector/arithmetic.js';
export { compare, crossing, compareBool, positive } from '#promql/vector/compare.js';
export { labelReplace, withLabel, labelJoin } from '#promql/vector/label-replace.js';
export { on, ignoring, type AnyMatching } from '#promql/vector/matching.js';
export {
  maxOverTime,
  minOverTime,
  lastOverTime,
  avgOverTime,
  sumOverTime,
  stddevOverTime,
  delta,
  deriv,
  quantileOverTime,
  predictLinear,
  countOverTime,
  presentOverTime,
  changes,
} from '#promql/vector/over-time.js';
export { anySeries, missing } from '#promql/vector/presence.js';
export { probability } from '#promql/vector/probability.js';
export { rawPromql } from '#promql/vector/raw.js';
export { selector, range, value, rate, irate, increase, resets, timestamp } from '#promql/vector/select.js';
export { and, unless, or, constant, orZero } from '#promql/vector/set.js';
export { orNone, share } from '#promql/vector/share.js';
export { sumOverSubquery } from '#promql/vector/subquery.js';
export {
  minute,
  hour,
  dayOfWeek,
  dayOfMonth,
  daysInMonth,
  month,
  year,
  now,
  since,
  daysUntil,
} from '#promql/vector/time.js';
export { Vector, Samples, type AnyVector, type AnySamples } from '#promql/vector/vector.js';
export { orZeroFor } from '#promql/vector/zero-for.js';
export { type Duration, duration, inSeconds } from '#ground/duration.js';
export { print } from '#promql/expr/print.js';
export { parse, PromqlError } from '#promql/expr/parse.js';
