import type { Exporting } from '#catalog/check/chosen.js';
import { scrapesOf } from '#application/application.js';
import { type Estate, clustersOf, hostsOf } from '#synth/estate/home.js';

/** What each application of an estate declares of what its scrapes ask; of one that is in several places, that of the first. */
export const exporting = (estate: Estate): readonly Exporting[] => {
  const applications = [
    ...clustersOf(estate).flatMap((cluster) => cluster.applications),
    ...hostsOf(estate).map(({ application }) => application),
  ];
  const byName = new Map(applications.map((each) => [each.name, each] as const).reverse());
  return [...byName.values()].flatMap((each) =>
    scrapesOf(each).map(({ name, metrics }) => ({ application: each.name, scrape: name, catalogs: metrics })),
  );
};
