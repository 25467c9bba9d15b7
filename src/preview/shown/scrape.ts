import { type Scrape, storedBy } from '#application/scrape.js';
import { targetsOf } from '#application/target.js';
import type { ScrapeShown } from '#browser/wire/preview.js';

const portOf = (scrape: Scrape): string =>
  scrape.of === 'targets'
    ? targetsOf(scrape)
        .map(({ instance = '' }) => instance)
        .join(', ')
    : scrape.port;

/** A scrape as the page of its application tells of it: once for each job. */
export const scrapeShown = (scrape: Scrape): readonly ScrapeShown[] => {
  const jobs = [...new Set(targetsOf(scrape).map(({ job = scrape.name }) => job))];
  const { path, interval } = scrape;
  return jobs.map((job) => ({ job, path, port: portOf(scrape), interval, metrics: storedBy(scrape).size }));
};
