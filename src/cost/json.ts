import { adviceOf } from './advice.js';
import type { PlaceCost } from './place.js';
import type { ScrapeCost } from './scrape.js';

const round = (number: number): number => Math.round(number * 100) / 100;

const scrapeJson = (scrape: ScrapeCost) => ({
  name: scrape.name,
  targets: scrape.targets,
  seriesPerTarget: scrape.target.series,
  ...(scrape.target.like !== undefined && { measuredOf: scrape.target.like }),
  undeclared: scrape.target.undeclared,
  metrics: scrape.target.metrics.map(({ name, series, basis, unsaid }) => ({ name, series, basis, unsaid })),
  ...{ scraped: scrape.scraped, used: scrape.used, stored: scrape.stored },
  samplesPerSecond: round(scrape.samplesPerSecond),
  assumedLabels: scrape.unsaid,
});

/** What a place costs, for programs: series and bytes as numbers. */
export const placeJson = (cost: PlaceCost) => ({
  ...{ of: cost.of, name: cost.name },
  applications: cost.applications.map(({ scrapes, samplesPerSecond, ...rest }) => ({
    ...rest,
    samplesPerSecond: round(samplesPerSecond),
    scrapes: scrapes.map(scrapeJson),
  })),
  ...(cost.platform && {
    platform: cost.platform.map((each) => ({ ...each, samplesPerSecond: round(each.samplesPerSecond) })),
  }),
  total: { ...cost.total, samplesPerSecond: round(cost.total.samplesPerSecond) },
  server: { series: cost.series, need: cost.need, given: cost.given },
  advice: adviceOf(cost),
});
