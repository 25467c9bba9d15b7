import { type RuleGroup, inPlaceOf } from '#alerts/rule/group.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { platformInterval, scrapedEvery } from './read.js';
import type { Scrape } from './scrape.js';

/** The group with alerts that know how often what they read is scraped. */
export const paced = (
  group: RuleGroup,
  scrapes: readonly Scrape[],
  platform: readonly MetricCatalog[],
  byPlatform: Duration = platformInterval,
): RuleGroup => ({
  ...group,
  alerts: group.alerts.map((alert) => {
    const every = scrapedEvery(alert.expr, scrapes, platform, byPlatform);
    if (every === undefined || inSeconds(every) === inSeconds(alert.scrapedEvery)) return alert;
    return inPlaceOf(alert, alert.scraped(every));
  }),
});
