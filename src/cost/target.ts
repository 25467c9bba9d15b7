import type { Scrape } from '#application/scrape.js';
import { type Basis, assumedUndeclared, ownSeries } from './assumed.js';
import { type MetricSeries, metricSeries } from './metric.js';
import { factOf } from './measured/known.js';

/** How many series one target of a scrape has, and why it is thought so. */
export interface TargetSeries {
  readonly metrics: readonly MetricSeries[];
  /** What no catalogue declares. */
  readonly undeclared: { readonly series: number; readonly basis: Basis };
  /** What Prometheus adds itself. */
  readonly own: number;
  readonly series: number;
  /** The program whose recorded answer was used. */
  readonly like?: string;
}

const undeclaredOf = ({ expects }: Scrape, others: number | undefined): TargetSeries['undeclared'] => {
  if (expects?.undeclared !== undefined) return { series: expects.undeclared, basis: 'said' };
  return others === undefined
    ? { series: assumedUndeclared, basis: 'assumed' }
    : { series: others, basis: 'measured' };
};

/** How many series one target of a scrape has, all of which are stored unless a keep-list drops some. */
export const targetSeries = (scrape: Scrape): TargetSeries => {
  const fact = factOf(scrape);
  const metrics = [
    ...new Map(
      scrape.metrics
        .flatMap((catalog) => Object.values(catalog))
        .flatMap((metric) => metricSeries(metric, scrape, fact) ?? [])
        .map((each) => [`${each.name} ${[...each.parts.keys()].join()}`, each]),
    ).values(),
  ];
  const undeclared = undeclaredOf(scrape, fact?.others);
  return {
    metrics,
    undeclared,
    own: ownSeries,
    series: metrics.reduce((sum, { series }) => sum + series, undeclared.series + ownSeries),
    ...(fact && { like: fact.program }),
  };
};
