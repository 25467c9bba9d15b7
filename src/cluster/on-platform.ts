import { type Application, scrapesOf } from '#application/application.js';
import { paced } from '#application/pace.js';
import { platformInterval, scrapedEvery } from '#application/read.js';
import { type Dashboard, slowest } from '#dashboards/dashboard.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Platform } from '#platform/platform.js';

/** A dashboard whose panels ask no more often than what they read is scraped. */
const slowed = (dashboard: Dashboard, every: Duration | undefined): Dashboard =>
  every === undefined || inSeconds(every) <= inSeconds(dashboard.scrapeInterval)
    ? dashboard
    : { ...dashboard, scrapeInterval: every };

/** An application that reads what a platform scrapes as often as that is scraped there. */
const pacedBy = (application: Application, byPlatform: Duration): Application => {
  const { platform, groups, dashboards } = application;
  const scrapes = scrapesOf(application);
  return {
    ...application,
    groups: groups.map((group) => paced(group, scrapes, platform, byPlatform)),
    dashboards: dashboards.map((each) =>
      slowed(
        each,
        slowest({
          panels: each.panels,
          scrapedEvery: (expr) => scrapedEvery(expr, scrapes, platform, byPlatform),
        }),
      ),
    ),
  };
};

/**
 * An application as it is on a platform: of its release, its alerts and panels as slow as the platform scrapes what it scrapes for
 * everybody.
 */
export const onPlatform = (application: Application, platform: Platform): Application => {
  const { scrapeInterval } = platform.prometheus;
  const placed = { ...application, release: platform.release };
  return scrapeInterval === platformInterval ? placed : pacedBy(placed, scrapeInterval);
};
