import type { Family } from '#catalog/exposition.js';
import { instead } from '#ground/nearest.js';
import { UsageError } from '#ground/usage.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';

/** What an application declares of those that one scrape asks. */
export interface Exporting {
  readonly application: string;
  readonly scrape: string;
  readonly catalogs: readonly MetricCatalog[];
}

const namesOf = ({ catalogs }: Exporting): readonly string[] =>
  catalogs.flatMap((each) => Object.values(each).map(({ info }) => info.name));

/** Which share of what a scrape declares is there, even if it has no series. */
const shareOf = (exporting: Exporting, exported: ReadonlyMap<string, Family>): number => {
  const names = namesOf(exporting);
  return names.filter((name) => exported.has(name)).length / Math.max(1, names.length);
};

/** Those of an application. */
const ofApplication = (all: readonly Exporting[], application: string): readonly Exporting[] => {
  const own = all.filter((each) => each.application === application);
  if (own.length > 0) return own;
  const known = [...new Set(all.map((each) => each.application))];
  throw new UsageError([`There is no application ${application}: ${instead(application, known)}`]);
};

/**
 * The scrapes of an application that a program could be asked by: the one that is named, else those of which the greatest share is exported.
 *
 * @throws UsageError on an application or a scrape that there is not, and where nothing says which of several it is.
 */
export const chosenScrapes = (
  all: readonly Exporting[],
  { application, scrape }: { readonly application: string; readonly scrape: string | undefined },
  exported: ReadonlyMap<string, Family>,
): readonly Exporting[] => {
  const own = ofApplication(all, application);
  const names = own.map((each) => each.scrape);
  if (scrape !== undefined) {
    const found = own.filter((each) => each.scrape === scrape);
    if (found.length > 0) return found;
    throw new UsageError([`${application} has no scrape ${scrape}: ${instead(scrape, names)}`]);
  }
  const shares = own.map((each) => shareOf(each, exported));
  const greatest = Math.max(...shares);
  if (greatest === 0 && own.length > 1)
    throw new UsageError([
      `Nothing is exported that ${application} declares: say which of its scrapes it is by --scrape: ${names.join(', ')}`,
    ]);
  return own.filter((_, i) => shares[i] === greatest);
};
