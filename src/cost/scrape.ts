import type { Scrape } from '#application/scrape.js';
import { targetsOf } from '#application/target.js';
import type { Readers } from '#application/used/readers.js';
import { type Used, keepsUsed, usedOf } from '#application/used/used.js';
import { inSeconds } from '#ground/duration.js';
import type { Size } from '#cluster/size.js';
import { type Basis, assumedTargets } from './assumed.js';
import { type TargetSeries, targetSeries } from './target.js';

/** How many targets a scrape has, and why it is thought so. */
export interface TargetCount {
  readonly count: number;
  readonly basis: Basis;
}

/** What a scrape costs. */
export interface ScrapeCost {
  readonly name: string;
  readonly targets: TargetCount;
  readonly target: TargetSeries;
  /** Series of all targets, were nothing dropped by a keep-list. */
  readonly scraped: number;
  /** Those of them that a rule, a panel or a variable reads, with what Prometheus adds. */
  readonly used: number;
  /** Those that are stored: all, unless the scrape keeps what is used. */
  readonly stored: number;
  /** Stored samples for each second. */
  readonly samplesPerSecond: number;
  /** Labels of which nobody says how many values they have, of what is stored. */
  readonly unsaid: readonly string[];
  /** Who may read any metric of it, so that there is no keep-list. */
  readonly everything: readonly string[];
}

/**
 * How many targets a scrape has: those that are written down; of Services and pods as many as are said, in each namespace.
 *
 * @param isOurs whether we deploy what is scraped, one pod of each, or one on every node.
 */
export const targetCount = (scrape: Scrape, isOurs: boolean, size: Size | undefined): TargetCount => {
  const found = targetsOf(scrape).length;
  const said = scrape.expects?.targets;
  if (scrape.of === 'targets') return { count: found, basis: 'declared' };
  if (said !== undefined) return { count: found * said, basis: 'said' };
  if (scrape.ofMachine)
    return size
      ? { count: found * size.nodes, basis: 'said' }
      : { count: found * assumedTargets, basis: 'assumed' };
  return { count: found * assumedTargets, basis: isOurs ? 'declared' : 'assumed' };
};

/** The series of one target that are read, with what Prometheus adds itself. */
export const usedSeries = (
  { metrics, own, series }: TargetSeries,
  { names, others, everything }: Used,
): number =>
  everything.length > 0
    ? series
    : metrics
        .flatMap(({ parts }) => [...parts])
        .filter(([name]) => names.has(name))
        .reduce((sum, [, count]) => sum + count, own + others.length);

/** The labels that nobody says of what is stored. */
const unsaidOf = ({ metrics }: TargetSeries, isStored: (name: string) => boolean): readonly string[] => [
  ...new Set(
    metrics
      .filter(({ basis, parts }) => basis === 'assumed' && [...parts.keys()].some(isStored))
      .flatMap(({ unsaid }) => unsaid),
  ),
];

/** What a scrape costs in a place with these readers. */
export const scrapeCost = (
  scrape: Scrape,
  readers: Readers,
  isOurs: boolean,
  size: Size | undefined,
): ScrapeCost => {
  const target = targetSeries(scrape);
  const targets = targetCount(scrape, isOurs, size);
  const used = usedOf(scrape, readers);
  const isKept = keepsUsed(scrape, used);
  const scraped = target.series * targets.count;
  const read = usedSeries(target, used) * targets.count;
  const stored = isKept ? read : scraped;
  return {
    name: scrape.name,
    targets,
    target,
    scraped,
    used: read,
    stored,
    samplesPerSecond: stored / inSeconds(scrape.interval),
    unsaid: unsaidOf(target, (name) => !isKept || used.names.has(name)),
    everything: [...new Set(used.everything.map(({ reader }) => reader))],
  };
};
