import { stored } from '#promql/metric/catalog.js';
import type { Scrape } from '#application/scrape.js';
import type { Fact } from './fact.js';
import { libraries, monitors, probes } from './others.js';
import { servers } from './servers.js';

/** Every program whose answer is recorded, a more particular one before one that is like it. */
export const facts: readonly Fact[] = [...servers, ...probes, ...libraries, ...monitors];

/** What a program like the one that a scrape asks once answered, where its catalogues say which it is. */
export const factOf = ({ metrics }: Pick<Scrape, 'metrics'>): Fact | undefined => {
  const names = stored(metrics);
  return facts.find(({ marks }) => marks.every((name) => names.has(name)));
};
