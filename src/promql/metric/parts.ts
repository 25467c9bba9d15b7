import { refusal } from '#ground/fault.js';
import { insteadOfObserved, readOf } from './kind.js';
import type { Unit } from '#promql/unit/unit.js';
import { type LabelValues, matcher } from './match.js';
import { type AnyMetric, Metric, type MetricInfo, sortedMatchers } from './metric.js';
import { isNative, storageWords } from './storage.js';

type Distribution<V extends LabelValues, U extends Unit> = Metric<'histogram' | 'summary', V, U>;

/** The series of a histogram's parts are a classic one's alone. */
const classic = (info: MetricInfo, suffix: string): MetricInfo => {
  if (!isNative(info)) return info;
  throw refusal(`${info.name}${suffix}`, {
    what: info.name,
    code: 'stored-otherwise',
    why: `${info.name} is stored as ${storageWords(info)}, which has no series ${info.name}${suffix}`,
    cure: 'write observationRate(…), observations(…), meanObserved(…), shareOver(…) or histogramQuantile(…), which read either',
  });
};

const partOf = <U extends Unit>(info: MetricInfo, suffix: string, unit: U) => {
  const { name, help, labels, ownLabels, values } = info;
  return {
    kind: 'counter' as const,
    name: name + suffix,
    help,
    labels,
    ownLabels,
    values,
    unit,
    family: name,
  };
};

/** `_count` of a histogram or summary: how many were observed. */
export const countOf = <V extends LabelValues>(
  metric: Distribution<V, Unit>,
): Metric<'counter', V, 'count'> => {
  readOf('countOf', ['histogram', 'summary'], metric, insteadOfObserved);
  return new Metric(partOf(classic(metric.info, '_count'), '_count', 'count'), metric.matchers, metric.when);
};

/** `_sum` of a histogram or summary: all observed values added up. */
export const sumOf = <V extends LabelValues, U extends Unit>(
  metric: Distribution<V, U>,
): Metric<'counter', V, U> => {
  readOf('sumOf', ['histogram', 'summary'], metric, insteadOfObserved);
  return new Metric(
    partOf(classic(metric.info, '_sum'), '_sum', metric.info.unit),
    metric.matchers,
    metric.when,
  );
};

/** `_bucket` of a histogram: how many were observed at or under the upper edge in the label `le`. */
export const bucketsOf = <V extends LabelValues>(
  metric: Metric<'histogram', V>,
): Metric<'counter', V & { readonly le: string }, 'count'> => {
  readOf('bucketsOf', ['histogram'], metric, insteadOfObserved);
  return new Metric(bucketPart(classic(metric.info, '_bucket')), metric.matchers, metric.when);
};

/**
 * `_bucket` of one edge: how many were observed at it or under it. Clients and Prometheus 3 write a whole number as `le="1.0"`,
 * others as `le="1"`.
 */
export const upTo = <V extends LabelValues>(
  metric: Metric<'histogram', V>,
  edge: number,
): Metric<'counter', V & { readonly le: string }, 'count'> => {
  const { info, matchers, when } = bucketsOf(metric);
  const le = matcher('le', Number.isInteger(edge) ? [String(edge), `${edge}.0`] : String(edge));
  return new Metric(info, sortedMatchers([...matchers, le]), when);
};

const bucketPart = (info: MetricInfo) => ({
  ...partOf(info, '_bucket', 'count' as const),
  labels: [...info.labels, 'le'],
  ownLabels: [...info.ownLabels, 'le'],
  ...(info.buckets && { buckets: info.buckets }),
});

/** A quantile that a summary's client has computed: the series of the label `quantile`. */
export const quantileOf = <V extends LabelValues, U extends Unit>(
  metric: Metric<'summary', V, U>,
  quantile: number,
): Metric<'gauge', V & { readonly quantile: string }, U> => {
  readOf('quantileOf', ['summary'], metric, insteadOfObserved);
  const chosen = { label: 'quantile', operator: '=', value: String(quantile) } as const;
  return new Metric(quantilePart(metric.info), sortedMatchers([...metric.matchers, chosen]), metric.when);
};

const quantilePart = <I extends MetricInfo>(info: I) => ({
  ...info,
  kind: 'gauge' as const,
  labels: [...info.labels, 'quantile'],
  ownLabels: [...info.ownLabels, 'quantile'],
});

/** The metrics under whose names Prometheus stores a metric's series. */
export const storedAs = ({ info }: AnyMetric): readonly MetricInfo[] => {
  if (info.kind === 'counter' || info.kind === 'gauge' || isNative(info)) return [info];
  const parts = [partOf(info, '_count', 'count'), partOf(info, '_sum', info.unit)];
  return [...parts, info.kind === 'histogram' ? bucketPart(info) : quantilePart(info)];
};
