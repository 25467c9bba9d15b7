import type { Scrape } from '#application/scrape.js';
import { dropping } from '#application/scrape/drop.js';
import { targetsOf } from '#application/target.js';
import { literal } from '#promql/metric/match.js';
import { storedAs } from '#promql/metric/parts.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { mayMean } from './placed.js';
import type { Readers } from './readers.js';
import type { Read } from './reads.js';

/** What of a scrape is read. */
export interface Used {
  /** The names of its catalogues that somebody reads; of a histogram or a summary that is read all of its parts. */
  readonly names: ReadonlySet<string>;
  /** Patterns of what is read, and may be its own though no catalogue says so. */
  readonly others: readonly string[];
  /** What may read any metric at all. */
  readonly everything: readonly Read[];
}

/** The names under which each metric of a scrape would be stored, were all of it kept. */
const families = ({ metrics, drop }: Scrape): readonly (readonly string[])[] =>
  metrics
    .flatMap((catalog) => Object.values(catalog))
    .map((metric) =>
      storedAs(metric)
        .map(({ name }) => name)
        .filter((name) => dropping(name, drop) === undefined),
    );

/** What is read of a scrape, in a place with these readers. What cannot be told is taken to be read. */
export const usedOf = (scrape: Scrape, readers: Readers): Used => {
  const targets = targetsOf(scrape);
  const everything = readers.everything.filter((read) => mayMean(read, targets));
  const { isNamed, patterns } = readers.of(targets);
  const isRead = (name: string): boolean =>
    everything.length > 0 || isNamed(name) || patterns.some(({ names }) => matchesWhole(names, name));
  const all = families(scrape);
  const declared = new Set(all.flat());
  const isDeclared = ({ names }: Read): boolean => [...declared].some((name) => matchesWhole(names, name));
  const only = readers.onlyOf(scrape, targets);
  const others = [
    ...only.named.flatMap(({ name }) => (declared.has(name) ? [] : [literal(name)])),
    // a pattern may read, beside what is declared, what is not
    ...patterns.filter((read) => isDeclared(read) || only.patterns.includes(read)).map(({ names }) => names),
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
