import type { Release } from '#ground/release.js';

/** Labels of a series; what is empty is not there. `__name__` among them where an expression has kept it. */
export type LabelSet = Readonly<Record<string, string>>;

/**
 * What a scrape finds of a series: its sample; nothing where it is not scraped then, promtool's `_`, after which its last sample is read for
 * five minutes more; or that it has ended, promtool's `stale`, after which it is read no more until its next sample.
 */
export type Scraped = number | 'stale' | undefined;

/** A series that is made up to search with. */
export interface Series {
  readonly name: string;
  readonly labels: LabelSet;
  /** What is found at a scrape, in seconds since the beginning. It is asked once of each scrape, and must always say the same. */
  readonly at: (seconds: number) => Scraped;
}

/** Series that are scraped every so many seconds from 0 on. A world never changes: another one is another value. */
export interface World {
  readonly series: readonly Series[];
  readonly interval: number;
  /** Seconds between the values of a subquery that says no step: Prometheus's `evaluation_interval`; 60 where left out. */
  readonly step?: number;
  /** The release of Prometheus that reads it: before 3.0 a window holds what lies exactly at its start. The newest where left out. */
  readonly release?: Release;
}

/** One series of a result. */
export interface Sample {
  readonly labels: LabelSet;
  readonly value: number;
}

/** What an expression reads at a moment: a number, a text, or series. */
export type Value = number | string | readonly Sample[];
