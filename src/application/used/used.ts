import { type Application, scrapesOf } from '#application/application.js';
import { isMeant } from '#application/read.js';
import { type Scrape, storedBy } from '#application/scrape.js';
import { dropping } from '#application/scrape/drop.js';
import { type Target, targetsOf } from '#application/target.js';
import { byKey } from '#ground/by-key.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { stored } from '#promql/metric/catalog.js';
import { literal } from '#promql/metric/match.js';
import { storedAs } from '#promql/metric/parts.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { type Read, readsOf } from './reads.js';

/** A name that no metric has: a pattern that matches it matches all. */
const nobodys = 'cheomseong:no:such:metric';
/** A pattern of one name alone, and that name. */
const plain = (names: string): string => names.replace(/\\\./g, '.');
const isPlain = (names: string): boolean => literal(plain(names)) === names;

/** Names that can be looked up. */
type Known = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

const isAnyOf = ({ names }: Read, known: Known): boolean =>
  isPlain(names) ? known.has(plain(names)) : [...known.keys()].some((name) => matchesWhole(names, name));

/** A scrape with what is asked, and the names of what is brought. */
interface Bringing {
  readonly scrape: Scrape;
  readonly targets: readonly Target[];
  readonly names: Known;
}

/** All that one Prometheus is read by, and who brings what into it. */
export interface Readers {
  readonly reads: readonly Read[];
  /** What may read any metric at all, where it means a scrape. */
  readonly everything: readonly Read[];
  /** What reads a metric of this name alone. */
  readonly byName: ReadonlyMap<string, readonly Read[]>;
  /** What reads by a pattern. */
  readonly byPattern: readonly Read[];
  readonly scrapes: readonly Bringing[];
  readonly platform: Known;
}

const bringing = (scrape: Scrape): Bringing => ({
  scrape,
  targets: targetsOf(scrape),
  names: storedBy(scrape),
});

/** The readers of a place: every application there may read what another scrapes. */
export const readersOf = (applications: readonly Application[]): Readers => {
  const reads = applications.flatMap(readsOf);
  const patterns = reads.filter(({ names }) => !isPlain(names));
  const everything = patterns.filter(({ names }) => matchesWhole(names, nobodys));
  return {
    reads,
    everything,
    byName: byKey(
      reads.filter(({ names }) => isPlain(names)),
      ({ names }) => plain(names),
    ),
    byPattern: patterns.filter((read) => !everything.includes(read)),
    scrapes: applications.flatMap(scrapesOf).map(bringing),
    platform: stored([...new Set(applications.flatMap(({ platform }) => platform))]),
  };
};

/** What of a scrape is read. */
export interface Used {
  /** The names of its catalogues that somebody reads; of a histogram or a summary that is read all of its parts. */
  readonly names: ReadonlySet<string>;
  /** Patterns of what is read, and may be its own though no catalogue says so. */
  readonly others: readonly string[];
  /** What may read any metric at all. */
  readonly everything: readonly Read[];
}

/** Whether a read may mean one of a scrape's targets. */
const mayMean = ({ selector }: Read, targets: readonly Target[]): boolean =>
  selector === undefined || targets.some((target) => isMeant(selector, target));

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
export const usedOf = (scrape: Scrape, readers: Readers): Used => {
  const { byName, byPattern, scrapes, platform } = readers;
  const targets = targetsOf(scrape);
  const everything = readers.everything.filter((read) => mayMean(read, targets));
  const patterns = byPattern.filter((read) => mayMean(read, targets));
  const isNamed = (name: string): boolean =>
    byName.get(name)?.some((read) => mayMean(read, targets)) ?? false;
  const isRead = (name: string): boolean =>
    everything.length > 0 || isNamed(name) || patterns.some(({ names }) => matchesWhole(names, name));
  const all = families(scrape);
  const declared = new Set(all.flat());
  const isElsewhere = (read: Read): boolean =>
    isAnyOf(read, own) ||
    isAnyOf(read, platform) ||
    scrapes.some(
      (each) => each.scrape !== scrape && isAnyOf(read, each.names) && mayMean(read, each.targets),
    );
  const isOther = (read: Read): boolean =>
    read.isGuess === undefined && mayMean(read, targets) && !isElsewhere(read);
  const unknown = [...byName].filter(
    ([name]) => !declared.has(name) && !platform.has(name) && !own.has(name),
  );
  const others = [
    ...unknown.flatMap(([name, reads]) => (reads.some(isOther) ? [literal(name)] : [])),
    // a pattern may read, beside what is declared, what is not
    ...patterns.filter((read) => isAnyOf(read, declared) || isOther(read)).map(({ names }) => names),
  ];
  return {
    names: new Set(all.filter((names) => names.some(isRead)).flat()),
    others: [...new Set(others)].sort(),
    everything,
  };
};

/** The same as patterns of names to keep; nothing where any metric may be read. */
export const keepList = ({ names, others, everything }: Used): readonly string[] | undefined =>
  everything.length > 0 ? undefined : [...new Set([...[...names].map(literal), ...others])].sort();

/** Whether only what is used of a scrape is stored. */
export const keepsUsed = ({ reckoned }: Pick<Scrape, 'reckoned'>, { everything }: Used): boolean =>
  reckoned?.keep === 'used' && everything.length === 0;
