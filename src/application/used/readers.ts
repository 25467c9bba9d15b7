import { type Application, scrapesOf } from '#application/application.js';
import { type Scrape, storedBy } from '#application/scrape.js';
import { type Target, targetsOf } from '#application/target.js';
import { once } from '#ground/once.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { stored } from '#promql/metric/catalog.js';
import { literal } from '#promql/metric/match.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { byKeys, mayMean, namespaceOf, placesOf } from './placed.js';
import { type Read, readsOf } from './reads.js';

/** A name that no metric has: a pattern that matches it matches all. */
const nobodys = 'cheomseong:no:such:metric';
/** A pattern of one name alone, and that name. */
const plain = (names: string): string => names.replace(/\\\./g, '.');
const isPlain = (names: string): boolean => literal(plain(names)) === names;

/** What reads a metric of one name alone, with that name. */
export interface NamedRead {
  readonly name: string;
  readonly read: Read;
}

/** What may be read of some targets. */
export interface OfTargets {
  /** What reads a metric of this name alone. */
  readonly isNamed: (name: string) => boolean;
  /** What reads by a pattern. */
  readonly patterns: readonly Read[];
}

/** All that one Prometheus is read by, and who brings what into it. */
export interface Readers {
  readonly reads: readonly Read[];
  /** What may read any metric at all, where it means a scrape. */
  readonly everything: readonly Read[];
  readonly of: (targets: readonly Target[]) => OfTargets;
  /** What is read of a scrape for want of anybody else who brings it: by a name, and by a pattern. */
  readonly onlyOf: (
    scrape: Scrape,
    targets: readonly Target[],
  ) => { readonly named: readonly NamedRead[]; readonly patterns: readonly Read[] };
}

/** A scrape with what is asked, and the names of what is brought. */
interface Bringing {
  readonly scrape: Scrape;
  readonly targets: readonly Target[];
  readonly names: ReadonlyMap<string, unknown>;
}

const bringing = (scrape: Scrape): Bringing => ({
  scrape,
  targets: targetsOf(scrape),
  names: storedBy(scrape),
});

/** What Prometheus makes itself: of a scrape, and of alerts. No relabeling drops it. */
const own = new Set([...stored([scrapeMetrics]).keys(), 'ALERTS', 'ALERTS_FOR_STATE']);

/** A name in a namespace, as one text. */
const at = (namespace: string, name: string): string => `${namespace} ${name}`;

const isAny = (names: string, known: Iterable<string>): boolean => {
  for (const name of known) if (matchesWhole(names, name)) return true;
  return false;
};

/** Things that one scrape alone brings, by that scrape; and those that none does. */
const bySource = <T extends { readonly read: Read }>(
  things: readonly T[],
  bringers: (thing: T) => readonly Bringing[],
): ((scrape: Scrape, targets: readonly Target[]) => readonly T[]) => {
  const homes = new Map<Scrape, T[]>();
  const lost: T[] = [];
  for (const thing of things) {
    if (thing.read.isGuess) continue;
    const [first, ...others] = bringers(thing).filter(({ targets }) => mayMean(thing.read, targets));
    if (first === undefined) lost.push(thing);
    else if (others.every(({ scrape }) => scrape === first.scrape))
      homes.set(first.scrape, [...(homes.get(first.scrape) ?? []), thing]);
  }
  const lostIn = byKeys(lost, ({ read }) => [namespaceOf(read)]);
  return (scrape, targets) => [
    ...(homes.get(scrape) ?? []),
    ...placesOf(targets)
      .flatMap(lostIn)
      .filter(({ read }) => mayMean(read, targets)),
  ];
};

/** The readers of a place: every application there may read what another scrapes. */
export const readersOf = (applications: readonly Application[]): Readers => {
  const reads = applications.flatMap(readsOf);
  const named: NamedRead[] = [];
  const unnamed: Read[] = [];
  for (const read of reads)
    if (isPlain(read.names)) named.push({ name: plain(read.names), read });
    else unnamed.push(read);
  const isOfAll = (read: Read): boolean => matchesWhole(read.names, nobodys);
  const [everything, patterns] = [unnamed.filter(isOfAll), unnamed.filter((read) => !isOfAll(read))];
  const namedIn = byKeys(named, ({ name, read }) => [at(namespaceOf(read), name)]);
  const patternsIn = byKeys(patterns, (read) => [namespaceOf(read)]);

  const sources = once(() => {
    const platform = stored([...new Set(applications.flatMap((each) => each.platform))]);
    const scrapes = applications.flatMap(scrapesOf).map(bringing);
    const bringersIn = byKeys(scrapes, ({ targets, names }) =>
      placesOf(targets).flatMap((namespace) => [...names.keys()].map((name) => at(namespace, name))),
    );
    const scrapesIn = byKeys(scrapes, ({ targets }) => placesOf(targets));
    const isKnown = (name: string): boolean => own.has(name) || platform.has(name);
    return {
      named: bySource(
        named.filter(({ name }) => !isKnown(name)),
        ({ name, read }) => bringersIn(at(namespaceOf(read), name)),
      ),
      patterns: bySource(
        patterns
          .filter(({ names }) => !isAny(names, own) && !isAny(names, platform.keys()))
          .map((read) => ({ read })),
        ({ read }) => scrapesIn(namespaceOf(read)).filter((each) => isAny(read.names, each.names.keys())),
      ),
    };
  });

  return {
    reads,
    everything,
    of: (targets) => ({
      isNamed: (name) =>
        placesOf(targets).some((namespace) =>
          namedIn(at(namespace, name)).some(({ read }) => mayMean(read, targets)),
        ),
      patterns: placesOf(targets)
        .flatMap(patternsIn)
        .filter((read) => mayMean(read, targets)),
    }),
    onlyOf: (scrape, targets) => ({
      named: sources().named(scrape, targets),
      patterns: sources()
        .patterns(scrape, targets)
        .map(({ read }) => read),
    }),
  };
};
