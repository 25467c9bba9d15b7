import { duration, isDuration } from '#ground/duration.js';
import type { Call, Expr, Range, Selector } from '#promql/expr/ast.js';
import { mean, perSecond, total, unitOfOperation } from '#promql/unit/arithmetic.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, called, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { numberText } from './limit.js';
import { type TypedMetric, metricCode } from './metric.js';
import type { Typed } from './typed.js';

/** A function over a window of a metric: its word, which kinds it reads, and the unit of what it makes. */
interface Word {
  readonly word: string;
  readonly of: readonly string[];
  readonly unit: (unit: Unit) => Unit | undefined;
}

const same = (unit: Unit): Unit => unit;
const always = (unit: Unit) => () => unit;
const eachSecond = (unit: Unit): Unit | undefined =>
  unit === 'count' || unit === 'bytes' || unit === 'seconds' || unit === 'coreSeconds'
    ? perSecond(unit)
    : undefined;

const stored = ['counter', 'gauge'];

const words: Readonly<Record<string, Word>> = {
  rate: { word: 'rate', of: ['counter'], unit: eachSecond },
  irate: { word: 'irate', of: ['counter'], unit: eachSecond },
  increase: { word: 'increase', of: ['counter'], unit: same },
  resets: { word: 'resets', of: ['counter'], unit: always('count') },
  max_over_time: { word: 'maxOverTime', of: ['gauge'], unit: same },
  min_over_time: { word: 'minOverTime', of: ['gauge'], unit: same },
  last_over_time: { word: 'lastOverTime', of: ['gauge'], unit: same },
  avg_over_time: { word: 'avgOverTime', of: ['gauge'], unit: mean },
  sum_over_time: { word: 'sumOverTime', of: ['gauge'], unit: total },
  stddev_over_time: { word: 'stddevOverTime', of: ['gauge'], unit: mean },
  delta: { word: 'delta', of: ['gauge'], unit: (unit) => unitOfOperation(unit, '-', unit) },
  deriv: { word: 'deriv', of: ['gauge'], unit: eachSecond },
  count_over_time: { word: 'countOverTime', of: stored, unit: always('count') },
  present_over_time: { word: 'presentOverTime', of: stored, unit: always('boolean') },
  changes: { word: 'changes', of: stored, unit: always('count') },
};

const scraped = ({ info }: TypedMetric, code: Code, unit: Unit): Typed => ({
  code,
  of: 'samples',
  labels: info.labels,
  unit,
});

const windowCode = ({ window }: Range): Code | undefined =>
  isDuration(window) ? verbatim(quoted(window)) : undefined;

const overWindow = (name: string, range: Range, metrics: Catalogue): Typed | undefined => {
  const word = words[name];
  const window = windowCode(range);
  const metric = word && window && metricCode(range.selector, metrics);
  if (!metric || !word.of.includes(metric.info.kind)) return undefined;
  const unit = word.unit(metric.info.unit);
  return unit && scraped(metric, called(word.word, metric.code, window), unit);
};

const quantileOver = ([phi, range]: readonly Expr[], metrics: Catalogue): Typed | undefined => {
  if (phi?.type !== 'number' || range?.type !== 'range') return undefined;
  const [metric, window] = [metricCode(range.selector, metrics), windowCode(range)];
  return metric?.info.kind === 'gauge' && window
    ? scraped(
        metric,
        called('quantileOverTime', verbatim(numberText(phi.value)), metric.code, window),
        metric.info.unit,
      )
    : undefined;
};

const predicted = ([range, ahead]: readonly Expr[], metrics: Catalogue): Typed | undefined => {
  if (range?.type !== 'range' || ahead?.type !== 'number' || !(ahead.value > 0)) return undefined;
  const [metric, window] = [metricCode(range.selector, metrics), windowCode(range)];
  return metric?.info.kind === 'gauge' && window && Number.isInteger(ahead.value)
    ? scraped(
        metric,
        called('predictLinear', metric.code, window, verbatim(quoted(duration(ahead.value)))),
        metric.info.unit,
      )
    : undefined;
};

/** A function that reads a metric's own series. */
export const seriesOfCall = ({ function: name, args }: Call, metrics: Catalogue): Typed | undefined => {
  const [first] = args;
  if (name === 'quantile_over_time') return quantileOver(args, metrics);
  if (name === 'predict_linear') return predicted(args, metrics);
  if (name === 'timestamp' && first?.type === 'selector') {
    const metric = metricCode(first, metrics);
    return metric && stored.includes(metric.info.kind)
      ? scraped(metric, called('timestamp', metric.code), 'timestamp')
      : undefined;
  }
  return first?.type === 'range' && args.length === 1 ? overWindow(name, first, metrics) : undefined;
};

/** The present value of a gauge. */
export const valueOf = (selector: Selector, metrics: Catalogue): Typed | undefined => {
  const metric = metricCode(selector, metrics);
  return metric?.info.kind === 'gauge'
    ? scraped(metric, called('value', metric.code), metric.info.unit)
    : undefined;
};
