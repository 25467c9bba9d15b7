import { refusal } from '#ground/fault.js';
import { type AnyMetric, type Kind, Metric } from './metric.js';

/**
 * Refuses a metric of another kind than is read, where types were put aside.
 *
 * @param read how it is read: `rate`.
 * @param instead what to write of a metric of another kind.
 * @throws Error on what is no metric, and on one of another kind.
 */
export const readOf = (
  read: string,
  kinds: readonly Kind[],
  metric: AnyMetric,
  instead: Partial<Readonly<Record<Kind, string>>>,
): void => {
  if (!(metric instanceof Metric))
    throw refusal(`${read}(…)`, {
      what: String(metric),
      code: 'wrong-kind-of-metric',
      why: 'it reads no metric',
      cure: 'give it one of a catalogue',
    });
  const { name, kind } = metric.info;
  if (!kinds.includes(kind))
    throw refusal(`${read}(${name})`, {
      what: name,
      code: 'wrong-kind-of-metric',
      why: `${name} is a ${kind}, and ${read} is of a ${kinds.join(' or a ')}`,
      cure: instead[kind] ?? '',
    });
};

const ofDistribution = {
  histogram: 'write countOf(…), sumOf(…) or bucketsOf(…) of a histogram',
  summary: 'write countOf(…), sumOf(…) or quantileOf(…) of a summary',
};
/** What is said of a kind that counts, and what to write of the others. */
export const insteadOfCounter = {
  gauge: 'only what counts has a rate: write value(…), delta(…) or deriv(…) of a gauge',
  ...ofDistribution,
};
/** What to write of what is no gauge. */
export const insteadOfGauge = {
  counter: "a counter is not read raw: write rate(…, '5m') or increase(…, '5m')",
  ...ofDistribution,
};
/** What to write of what is stored in parts. */
export const insteadOfStored = ofDistribution;
/** What to write of what was not observed. */
export const insteadOfObserved = {
  counter: 'a counter has no parts: read it by itself',
  gauge: 'a gauge has no parts: read it by itself',
  histogram: 'a histogram has no quantile of its own: write histogramQuantile(…)',
  summary: 'a summary has no buckets: write quantileOf(…)',
};
