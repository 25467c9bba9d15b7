import { type Scrape, jobName } from '#application/scrape.js';
import { targetsOf } from '#application/target.js';
import type { ScrapeMeant } from './meaning.js';

const targetText = (target: Readonly<Record<string, string>>): string =>
  Object.entries(target)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}=${value}`)
    .sort()
    .join(' ');

const sampleLimit = ({ intake }: Scrape): readonly string[] =>
  intake.sampleLimit === undefined ? [] : [`at most ${intake.sampleLimit} series a target`];

/** How Prometheus asks, and what it takes. */
export const scrapeMeant = (scrape: Scrape): ScrapeMeant => ({
  name: scrape.name,
  job: jobName(scrape),
  path: scrape.path,
  port: scrape.of === 'targets' ? '' : scrape.port,
  interval: scrape.interval,
  targets: targetsOf(scrape).map(targetText),
  takes: [...sampleLimit(scrape), ...(scrape.kept ? [`keeps ${scrape.kept.length} names`] : [])].join(', '),
});
