import { readFileSync } from 'node:fs';
import { compared } from '#catalog/compared.js';
import { type Family, families } from '#catalog/exposition.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';

/** A scrape of a real exporter, recorded in test/expositions. */
export const recorded = (name: string): ReadonlyMap<string, Family> =>
  families(readFileSync(new URL(`../expositions/${name}.prom`, import.meta.url), 'utf8'));

/** In what a catalogue differs from a scrape of its exporter; labels that only one of its releases has are left undeclared. */
export const differences = (metrics: MetricCatalog, scrape: ReadonlyMap<string, Family>): readonly string[] =>
  compared(metrics, scrape).flatMap(({ isHint, why }) => (isHint ? [] : [why]));
