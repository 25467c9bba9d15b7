import type { AnyMetric } from '#promql/metric/metric.js';
import { indented } from './indented.js';

/** A text as Go writes it. */
export const quoted = (text: string): string => JSON.stringify(text);

/** Texts as a slice. */
export const texts = (all: readonly string[]): string => `[]string{${all.map(quoted).join(', ')}}`;

/** Fields of a literal, one a line, their values in one column as gofmt has them. */
export const fields = (all: readonly (readonly [name: string, value: string])[]): string => {
  const width = Math.max(...all.map(([name]) => name.length)) + 1;
  return indented(all.map(([name, value]) => `${`${name}:`.padEnd(width)} ${value},`).join('\n'));
};

const types = { counter: 'Counter', gauge: 'Gauge', histogram: 'Histogram', summary: 'Summary' } as const;

/** How many times a bucket of a native histogram is as wide as the one before it, at most: client_golang's own advice. */
const growth = '1.1';

const optionsOf = ({
  info: { name, help, kind, buckets, stored },
}: AnyMetric): readonly (readonly [string, string])[] => [
  ['Name', quoted(name)],
  ['Help', quoted(help)],
  ...(kind === 'histogram' && stored === 'native'
    ? ([['NativeHistogramBucketFactor', growth]] as const)
    : []),
  ...(kind === 'histogram' && buckets ? ([['Buckets', `[]float64{${buckets.join(', ')}}`]] as const) : []),
];

/** The options of a metric, by which client_golang makes it. */
export const options = (metric: AnyMetric): string =>
  `prometheus.${types[metric.info.kind]}Opts{\n${fields(optionsOf(metric))}\n}`;

/** What makes it: of one without labels the metric itself, else what has a child for each combination of their values. */
export const constructed = (metric: AnyMetric): string => {
  const { kind, ownLabels } = metric.info;
  return ownLabels.length === 0
    ? `prometheus.New${types[kind]}(${options(metric)})`
    : `prometheus.New${types[kind]}Vec(${options(metric)}, ${texts(ownLabels)})`;
};

/** What code gets of it: what it counts, sets or observes by. */
export const handed = ({ info: { kind } }: AnyMetric): string =>
  kind === 'counter' || kind === 'gauge' ? `prometheus.${types[kind]}` : 'prometheus.Observer';

/** Its child, by what stands for each label. */
export const child = (
  name: string,
  { info: { ownLabels } }: AnyMetric,
  valueOf: (label: string) => string,
): string =>
  ownLabels.length === 0 ? name : `${name}.WithLabelValues(${ownLabels.map(valueOf).join(', ')})`;
