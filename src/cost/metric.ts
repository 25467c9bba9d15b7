import type { Expected } from '#application/scrape/expected.js';
import type { Scrape } from '#application/scrape.js';
import { storedBy } from '#application/scrape.js';
import type { AnyMetric, MetricInfo } from '#promql/metric/metric.js';
import { storedAs } from '#promql/metric/parts.js';
import { type Basis, assumedQuantiles, assumedValues, weakest } from './assumed.js';
import type { Fact } from './measured/fact.js';

/** How many series of a metric one target has. */
export interface MetricSeries {
  /** As its catalogue declares it, a histogram without suffix. */
  readonly name: string;
  /** By the name under which they are stored. */
  readonly parts: ReadonlyMap<string, number>;
  readonly series: number;
  readonly basis: Basis;
  /** Labels of which nobody says how many values they have. */
  readonly unsaid: readonly string[];
}

interface Count {
  readonly label: string;
  readonly count: number;
  readonly basis: Basis;
}

const valuesOf = ({ values }: MetricInfo, label: string, expected: Expected): Count => {
  const said = expected.values?.[label];
  if (said !== undefined) return { label, count: said, basis: 'said' };
  const closed = values[label];
  if (closed) return { label, count: closed.length, basis: 'declared' };
  return { label, count: label === 'quantile' ? assumedQuantiles : assumedValues, basis: 'assumed' };
};

const product = (counts: readonly Count[]): number => counts.reduce((all, { count }) => all * count, 1);

/** The labels by which one target's series of a metric differ; what a Service has is one text for each target. */
const ownOf = (info: MetricInfo): readonly string[] => info.ownLabels.filter((label) => label !== 'le');

/** How many there are of each combination of labels: of a classic histogram its finite buckets and `+Inf`. */
const each = ({ ownLabels, buckets }: MetricInfo, counts: readonly Count[]): number => {
  if (ownLabels.includes('le')) return (buckets?.length ?? 0) + 1;
  return ownLabels.includes('quantile') ? product(counts.filter(({ label }) => label === 'quantile')) : 1;
};

/**
 * How many series of a metric one target of a scrape has, without what is dropped: as many as its labels' values multiply to, which is the most
 * that there can be; where a label's are not known, as many as a program of its kind once had.
 *
 * @returns nothing of a metric that is not stored.
 */
export const metricSeries = (
  metric: AnyMetric,
  scrape: Scrape,
  fact: Fact | undefined,
): MetricSeries | undefined => {
  const { expects = {} } = scrape;
  const stored = storedBy(scrape);
  const parts = storedAs(metric).filter(({ name }) => stored.has(name));
  if (parts.length === 0) return undefined;
  const { info } = metric;
  const counts = ownOf(info).map((label) => valuesOf(info, label, expects));
  const combined = expects.combinations?.[info.name];
  const unsaid = counts.filter(({ basis }) => basis === 'assumed').map(({ label }) => label);
  const isMeasured =
    combined === undefined &&
    unsaid.length > 0 &&
    parts.every(({ name }) => fact?.series[name] !== undefined);
  const counted = parts.map((part): readonly [string, number] => {
    const measured = fact?.series[part.name];
    if (isMeasured && measured !== undefined) return [part.name, measured];
    const all = ownOf(part).map((label) => valuesOf(part, label, expects));
    return [part.name, (combined ?? product(counts)) * each(part, all)];
  });
  return {
    name: info.name,
    parts: new Map(counted),
    series: counted.reduce((sum, [, count]) => sum + count, 0),
    basis: isMeasured
      ? 'measured'
      : combined !== undefined
        ? 'said'
        : weakest(counts.map(({ basis }) => basis)),
    unsaid: combined === undefined ? unsaid : [],
  };
};
