import { type Application, scrapesOf } from '#application/application.js';
import { paced } from '#application/pace.js';
import { platformInterval, scrapedEvery } from '#application/read.js';
import { type Dashboard, slowest } from '#dashboards/dashboard.js';
import { type Duration, inSeconds } from '#ground/duration.js';

/** A dashboard whose panels ask no more often than what they read is scraped. */
const slowed = (dashboard: Dashboard, every: Duration | undefined): Dashboard =>
  every === undefined || inSeconds(every) <= inSeconds(dashboard.scrapeInterval)
    ? dashboard
    : { ...dashboard, scrapeInterval: every };

/**
 * An application whose alerts and panels are as slow as its platform scrapes what it scrapes for everybody: the same value where that is as
 * usual.
 */
export const pacedBy = (application: Application, byPlatform: Duration): Application => {
  if (inSeconds(byPlatform) === inSeconds(platformInterval)) return application;
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
