import { type Application, scrapesOf } from '#application/application.js';
import { isMeant } from '#application/read.js';
import { type Scrape, storedBy } from '#application/scrape.js';
import { dropping } from '#application/scrape/drop.js';
import { targetsOf } from '#application/target.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';
import { literal } from '#promql/metric/match.js';
import { storedAs } from '#promql/metric/parts.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { type Read, readsOf } from './reads.js';

/** All that one Prometheus is read by, and who brings what into it. */
export interface Readers {
  readonly reads: readonly Read[];
  readonly scrapes: readonly Scrape[];
  readonly platform: readonly MetricCatalog[];
}

/** The readers of a place: every application there may read what another scrapes. */
export const readersOf = (applications: readonly Application[]): Readers => ({
  reads: applications.flatMap(readsOf),
  scrapes: applications.flatMap(scrapesOf),
  platform: [...new Set(applications.flatMap(({ platform }) => platform))],
});

/** What of a scrape is read. */
export interface Used {
  /** The names of its catalogues that somebody reads; of a histogram or a summary that is read all of its parts. */
  readonly names: ReadonlySet<string>;
  /** Patterns of what is read, and may be its own though no catalogue says so. */
  readonly others: readonly string[];
  /** What may read any metric at all. */
  readonly everything: readonly Read[];
}

/** A name that no metric has: a pattern that matches it matches all. */
const nobodys = 'cheomseong:no:such:metric';
/** A pattern of one name alone, and that name. */
const plain = (names: string): string => names.replace(/\\\./g, '.');
const isPlain = (names: string): boolean => literal(plain(names)) === names;

/** Names that can be looked up. */
type Known = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

const isAnyOf = ({ names }: Read, known: Known): boolean =>
  isPlain(names) ? known.has(plain(names)) : [...known.keys()].some((name) => matchesWhole(names, name));

/** Whether a read may mean what a scrape asks. */
const mayMean = ({ selector }: Read, scrape: Scrape): boolean =>
  selector === undefined || targetsOf(scrape).some((target) => isMeant(selector, target));

/** The names under which each metric of a scrape would be stored, were all of it kept. */
const families = ({ metrics, drop }: Scrape): readonly (readonly string[])[] =>
  metrics
    .flatMap((catalog) => Object.values(catalog))
    .map((metric) =>
      storedAs(metric)
        .map(({ name }) => name)
        .filter((name) => dropping(name, drop) === undefined),
    );

/** What Prometheus makes itself: of a scrape, and of alerts. No relabeling drops it. */
const own = new Set([...stored([scrapeMetrics]).keys(), 'ALERTS', 'ALERTS_FOR_STATE']);

/** What is read of a scrape, in a place with these readers. What cannot be told is taken to be read. */
export const usedOf = (scrape: Scrape, { reads, scrapes, platform }: Readers): Used => {
  const meant = reads.filter((read) => mayMean(read, scrape));
  const everything = meant.filter(({ names }) => matchesWhole(names, nobodys));
  const named = meant.filter((read) => !everything.includes(read));
  const literals = new Set(
    named
      .map(({ names }) => names)
      .filter(isPlain)
      .map(plain),
  );
  const patterns = named.filter(({ names }) => !isPlain(names));
  const isRead = (name: string): boolean =>
    everything.length > 0 || literals.has(name) || patterns.some(({ names }) => matchesWhole(names, name));
  const all = families(scrape);
  const declared = new Set(all.flat());
  const ofPlatform = stored(platform);
  const isElsewhere = (read: Read): boolean =>
    isAnyOf(read, own) ||
    isAnyOf(read, ofPlatform) ||
    scrapes.some((each) => each !== scrape && mayMean(read, each) && isAnyOf(read, storedBy(each)));
  // a pattern may read, beside what is declared, what is not
  const others = named.filter(
    (read) =>
      read.isGuess === undefined && (isAnyOf(read, declared) ? !isPlain(read.names) : !isElsewhere(read)),
  );
  return {
    names: new Set(all.filter((names) => names.some(isRead)).flat()),
    others: [...new Set(others.map(({ names }) => names))].sort(),
    everything,
  };
};

/** The same as patterns of names to keep; nothing where any metric may be read. */
export const keepList = ({ names, others, everything }: Used): readonly string[] | undefined =>
  everything.length > 0 ? undefined : [...new Set([...[...names].map(literal), ...others])].sort();

/** Whether only what is used of a scrape is stored. */
export const keepsUsed = ({ reckoned }: Pick<Scrape, 'reckoned'>, { everything }: Used): boolean =>
  reckoned?.keep === 'used' && everything.length === 0;
