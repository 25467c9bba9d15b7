import { isDuration } from '#ground/duration.js';
import type { Aggregation, Call } from '#promql/expr/ast.js';
import { mean, total } from '#promql/unit/arithmetic.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Catalogue } from '#incoming/catalogue/catalogue.js';
import { type Code, called, list, object, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { numberText } from './limit.js';
import { metricCode } from './metric.js';
import type { Typed } from './typed.js';

const words: Readonly<Record<string, { readonly word: string; readonly unit: (unit: Unit) => Unit }>> = {
  sum: { word: 'sum', unit: total },
  avg: { word: 'avg', unit: mean },
  max: { word: 'max', unit: (unit) => unit },
  min: { word: 'min', unit: (unit) => unit },
  count: { word: 'countSeries', unit: () => 'count' },
};

/** `{ by: ['job'] }`; none where one series without labels is made. */
export const byCode = (labels: readonly string[]): readonly Code[] =>
  labels.length === 0 ? [] : [object({ by: list(labels.map((label) => verbatim(quoted(label)))) })];

/** The labels that an aggregation keeps; nothing where it only names those that it drops, or names none in brackets. */
const keptBy = ({ grouping }: Aggregation): readonly string[] | undefined => {
  if (grouping === undefined) return [];
  return grouping.type === 'by' && grouping.labels.length > 0 ? grouping.labels : undefined;
};

/** `sum(…, { by: […] })` and the like, `topk(3, …)`. */
export const aggregated = (expr: Aggregation, of: Typed): Typed | undefined => {
  const [word, by, { parameter }] = [words[expr.operator], keptBy(expr), expr];
  if (by === undefined || by.some((label) => !of.labels.includes(label))) return undefined;
  if (expr.operator === 'topk' || expr.operator === 'bottomk') {
    return parameter?.type === 'number' && Number.isInteger(parameter.value) && parameter.value > 0
      ? { ...of, code: called(expr.operator, verbatim(numberText(parameter.value)), of.code, ...byCode(by)) }
      : undefined;
  }
  if (word === undefined || parameter !== undefined) return undefined;
  return {
    code: called(word.word, of.code, ...byCode(by)),
    of: 'vector',
    labels: by,
    unit: word.unit(of.unit),
  };
};

/** `histogramQuantile(0.99, …, '5m')`, of the buckets' rate added up by `le`. */
export const quantile = ({ args: [phi, sum] }: Call, metrics: Catalogue): Typed | undefined => {
  if (phi?.type !== 'number' || sum?.type !== 'aggregation' || sum.operator !== 'sum') return undefined;
  const [rate, by] = [sum.expr, keptBy(sum)];
  const range = rate.type === 'call' && rate.function === 'rate' ? rate.args[0] : undefined;
  if (range?.type !== 'range' || !isDuration(range.window) || by?.includes('le') !== true) return undefined;
  const found = metricCode(range.selector, metrics);
  const isOfEdges = range.selector.matchers.some(({ label }) => label === 'le');
  if (found?.whole === undefined || isOfEdges || !found.info.name.endsWith('_bucket')) return undefined;
  const labels = by.filter((label) => label !== 'le');
  const unit = metrics.named.get(found.info.name)?.metric.unit;
  return unit === undefined || labels.some((label) => !found.info.labels.includes(label))
    ? undefined
    : {
        code: called(
          'histogramQuantile',
          verbatim(numberText(phi.value)),
          found.whole,
          verbatim(quoted(range.window)),
          ...byCode(labels),
        ),
        of: 'vector',
        labels,
        unit,
      };
};
