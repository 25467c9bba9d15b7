import type { Series } from './world.js';

/** The samples of a series in order, and how many of them there are at a moment. */
export interface Track {
  readonly series: Series;
  /** Milliseconds. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** How many samples there are up to a moment, which itself is in it. */
  readonly upTo: (at: number) => number;
  /** How many there are before a moment. */
  readonly before: (at: number) => number;
  /** Whether the series is told to have ended after its last sample before a moment. */
  readonly hasEnded: (at: number) => boolean;
}

/** @param interval Milliseconds between scrapes. */
export const track = (series: Series, interval: number): Track => {
  const times: number[] = [];
  const values: number[] = [];
  const counts: number[] = [];
  const ended: boolean[] = [];
  /** Scrapes are asked for only as far as somebody looks. */
  const reach = (scrape: number): void => {
    for (let next = counts.length; next <= scrape; next++) {
      const found = series.at((next * interval) / 1_000);
      if (typeof found === 'number') {
        times.push(next * interval);
        values.push(found);
      }
      counts.push(times.length);
      ended.push(found === 'stale' || (found === undefined && ended[next - 1] === true));
    }
  };
  const upToScrape = (scrape: number): number => {
    if (scrape < 0) return 0;
    reach(scrape);
    return counts[scrape] ?? 0;
  };
  return {
    series,
    times,
    values,
    upTo: (at) => upToScrape(Math.floor(at / interval)),
    before: (at) => upToScrape(Math.ceil(at / interval) - 1),
    hasEnded: (at) => {
      reach(Math.floor(at / interval));
      return ended[Math.floor(at / interval)] === true;
    },
  };
};
