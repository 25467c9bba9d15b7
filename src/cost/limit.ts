import type { Scrape } from '#application/scrape.js';
import { type Used, keepsUsed } from '#application/used/used.js';
import { usedSeries } from './scrape.js';
import { targetSeries } from './target.js';

/** How many times what is expected a target may have: labels that multiply pass it at once, a version with some more metrics does not. */
export const headroom = 2;
const step = 100;

/**
 * How many series a target may have, of which so many are expected: twice as many, rounded up to a hundred. Prometheus counts what is left after
 * relabeling, without what it adds itself; of a target that has more it takes nothing, and `up` of it is 0:
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config, `sample_limit`.
 */
export const limitOf = (expected: number): number => Math.ceil((expected * headroom) / step) * step;

/** The limit of a scrape, by what of it is stored. */
export const derivedLimit = (scrape: Scrape, used: Used): number => {
  const target = targetSeries(scrape);
  const isKept = keepsUsed(scrape, used);
  return limitOf((isKept ? usedSeries(target, used) : target.series) - target.own);
};

/** What a derived limit rests on that nobody says: labels, and `undeclared` where what no catalogue declares is stored too. */
export const guessedIn = (scrape: Scrape, used: Used): readonly string[] => {
  const { metrics, undeclared } = targetSeries(scrape);
  const isKept = keepsUsed(scrape, used);
  const labels = metrics
    .filter(({ parts }) => !isKept || [...parts.keys()].some((name) => used.names.has(name)))
    .flatMap(({ unsaid }) => unsaid);
  return [
    ...[...new Set(labels)].sort().map((label) => `values: { ${label}: … }`),
    ...(isKept || undeclared.basis === 'said' ? [] : ['undeclared']),
  ];
};
