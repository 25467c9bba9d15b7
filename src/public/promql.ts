// Typed PromQL: metrics and their units, vectors, and raw text that is read.
export {
  counter,
  gauge,
  histogram,
  summary,
  unconventional,
  pythonBuckets,
  goBuckets,
  type Range as ValueRange,
  type Unconventional,
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
export {
  labelReplace,
  withLabel,
  labelJoin,
  type Replacement as LabelReplacement,
  type Joining as LabelJoining,
} from '#promql/vector/label-replace.js';
export { on, ignoring, type AnyMatching, type How, type Matching } from '#promql/vector/matching.js';
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
export { anySeries, missing, type Stored as StoredMetric } from '#promql/vector/presence.js';
export { lastCounted } from '#promql/vector/last-counted.js';
export { probability } from '#promql/vector/probability.js';
export { rawPromql, type Declared as RawDeclared } from '#promql/vector/raw.js';
export { asWritten, type WrittenElsewhere } from '#promql/vector/as-written.js';
export { eachSeries } from '#promql/vector/each.js';
export { matched, type Matched } from '#promql/vector/matched.js';
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
export {
  type ComparisonOperator,
  type Kind as MetricKind,
  type MetricInfo,
  type NumberLiteral,
  type Range as RangeSelector,
} from '#promql/expr/ast.js';
export { type Lookup as MetricLookup } from '#promql/expr/source.js';
export { type At, type Offset, type When } from '#promql/expr/when.js';
export { type Buckets as HistogramBuckets } from '#promql/metric/storage.js';
export { type Countable } from '#promql/unit/arithmetic.js';
