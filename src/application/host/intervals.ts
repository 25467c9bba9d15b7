import type { Scrape } from '#application/scrape.js';

/** What a job need not say, because it is said for all. */
export type Defaults = Pick<Scrape, 'interval' | 'timeout'>;

const isLike = (one: Defaults, other: Defaults): boolean =>
  one.interval === other.interval && one.timeout === other.timeout;

/** What the most scrapes have; of several, what the first has. Both are of one scrape: then no timeout is longer than its interval. */
export const defaultsOf = (scrapes: readonly Scrape[]): Defaults => {
  const times = (defaults: Defaults): number => scrapes.filter((each) => isLike(each, defaults)).length;
  const [first = { interval: '15s', timeout: '10s' }, ...others]: readonly Defaults[] = scrapes;
  return others.reduce((most, each) => (times(each) > times(most) ? each : most), first);
};
