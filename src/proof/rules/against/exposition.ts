import { type Family, families } from '#catalog/exposition.js';
import { UsageError } from '#ground/usage.js';
import { reason } from '#proof/tools/reason.js';
import type { Exported, ExportedMetric } from '#rules/against/exported.js';

type Series = Family['series'];

const labelsOf = (series: Series): ExportedMetric['labels'] => {
  const found = new Map<string, Set<string>>();
  for (const each of series)
    for (const [label, value] of Object.entries(each))
      found.set(label, (found.get(label) ?? new Set()).add(value));
  return found;
};

/** A family as Prometheus stores it. A classic histogram is scraped in parts, a summary beside its quantiles too. */
const storedOf = (name: string, { type, series }: Family): readonly (readonly [string, ExportedMetric])[] => {
  const metric = (some: Series): ExportedMetric => ({ type, labels: labelsOf(some) });
  const part = type === 'histogram' ? 'le' : 'quantile';
  if (type !== 'histogram' && type !== 'summary') return [[name, metric(series)]];
  const [parts, whole] = [true, false].map((has) => series.filter((each) => part in each === has));
  return [
    [type === 'histogram' ? `${name}_bucket` : name, metric(parts ?? [])],
    [`${name}_sum`, metric(whole ?? [])],
    [`${name}_count`, metric(whole ?? [])],
  ];
};

/**
 * What a program exports, by its `/metrics` as text.
 *
 * @throws UsageError on a text that is none.
 */
export const exportedBy = (text: string, source: string): Exported => {
  try {
    const metrics = [...families(text)]
      .filter(([, { series }]) => series.length > 0)
      .flatMap(([name, family]) => storedOf(name, family));
    if (metrics.length > 0) return { source, isWhole: false, metrics: new Map(metrics) };
  } catch (error) {
    throw new UsageError([`${source} is no /metrics: ${reason(error)}`]);
  }
  throw new UsageError([`${source} is no /metrics: there are no series in it`]);
};
