import { readFileSync } from 'node:fs';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { type Family, families } from './exposition.js';

/** A scrape of a real exporter, recorded in test/expositions. */
export const recorded = (name: string): ReadonlyMap<string, Family> =>
  families(readFileSync(new URL(`../expositions/${name}.prom`, import.meta.url), 'utf8'));

/** In what a catalogue differs from a scrape of its exporter. What has no type there may be read as a gauge. */
export const differences = (metrics: MetricCatalog, scrape: ReadonlyMap<string, Family>): readonly string[] =>
  Object.values(metrics).flatMap((metric) => differencesOf(metric, scrape.get(metric.info.name)));

const differencesOf = ({ info }: AnyMetric, family: Family | undefined): readonly string[] => {
  const { name, kind, ownLabels, values, buckets } = info;
  if (!family || family.series.length === 0) return [`${name} is not exported`];
  const exported = new Set(family.series.flatMap((labels) => Object.keys(labels)));
  const edges = new Set(
    family.series.flatMap(({ le }) => (le === undefined || le === '+Inf' ? [] : Number(le))),
  );
  return [
    ...(family.type === kind || (family.type === 'untyped' && kind === 'gauge')
      ? []
      : [`${name} is a ${family.type}, not a ${kind}`]),
    ...ownLabels.filter((label) => !exported.has(label)).map((label) => `${name} has no label ${label}`),
    ...Object.entries(values).flatMap(([label, known]) => {
      const others = new Set(
        family.series.flatMap(({ [label]: value = '' }) => (known.includes(value) ? [] : value)),
      );
      return [...others].map((value) => `${name} has ${label}="${value}", which is not declared`);
    }),
    ...(buckets && buckets.join() !== [...edges].sort((a, b) => a - b).join()
      ? [`${name} has buckets ${[...edges].join(', ')}`]
      : []),
  ];
};
