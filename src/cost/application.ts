import type { Application } from '#application/application.js';
import type { Readers } from '#application/used/readers.js';
import type { Size } from '#cluster/size.js';
import { inSeconds } from '#ground/duration.js';
import { type ScrapeCost, scrapeCost } from './scrape.js';

/** What may be added up of anything that is stored. */
export interface Sum {
  readonly targets: number;
  readonly scraped: number;
  readonly used: number;
  readonly stored: number;
  readonly samplesPerSecond: number;
}

/** What an application costs. */
export interface ApplicationCost extends Sum {
  readonly name: string;
  readonly scrapes: readonly ScrapeCost[];
  /** Recording rules, of which each stores at least one series; they are counted as one. */
  readonly recorded: number;
}

const total = (costs: readonly ScrapeCost[], pick: (cost: ScrapeCost) => number): number =>
  costs.reduce((sum, each) => sum + pick(each), 0);

/** Series and samples of recording rules, each of one series. */
const recordedBy = ({
  groups,
}: Application): { readonly series: number; readonly samplesPerSecond: number } => ({
  series: groups.reduce((sum, { records }) => sum + records.length, 0),
  samplesPerSecond: groups.reduce(
    (sum, { records, interval }) => sum + records.length / inSeconds(interval),
    0,
  ),
});

/** What an application costs in a place with these readers. */
export const applicationCost = (
  application: Application,
  readers: Readers,
  size: Size | undefined,
): ApplicationCost => {
  const scrapes = [
    ...application.scrapes.map((each) => scrapeCost(each, readers, false, size)),
    ...application.exporters.map(({ scrape }) => scrapeCost(scrape, readers, true, size)),
  ];
  const recorded = recordedBy(application);
  return {
    name: application.name,
    scrapes,
    recorded: recorded.series,
    targets: total(scrapes, ({ targets }) => targets.count),
    scraped: total(scrapes, ({ scraped }) => scraped) + recorded.series,
    used: total(scrapes, ({ used }) => used) + recorded.series,
    stored: total(scrapes, ({ stored }) => stored) + recorded.series,
    samplesPerSecond: total(scrapes, ({ samplesPerSecond }) => samplesPerSecond) + recorded.samplesPerSecond,
  };
};
