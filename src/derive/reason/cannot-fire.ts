import type { Asked } from '#derive/derivation.js';
import type { Blame } from './blame.js';
import { nothingOf } from './nothing.js';

/**
 * Why an alert never fires, whatever is scraped, by the smallest part of its expression that is to blame. It is sure: nothing is concluded
 * from what names or kinds of metrics usually mean. Nothing where it may fire, or where that cannot be told.
 */
export const cannotFire = ({ expr, scrape, records }: Asked): Blame | undefined =>
  nothingOf(expr, { scrape, recorded: new Set(records.map(({ name }) => name)) });

/**
 * Why an alert does not fire unless a scrape falls on the very start of a window, in a Prometheus before 3 which counts it: of a second between
 * two scrapes it is so at one moment. Nothing where it may fire otherwise.
 */
export const hardlyFires = ({ expr, scrape, records }: Asked): Blame | undefined =>
  nothingOf(expr, { scrape, recorded: new Set(records.map(({ name }) => name)), isLeftOpen: true });

/**
 * Why an alert seems never to fire: it does not where metrics are of the kinds that their names and uses tell, such as that what has a rate
 * counts, or that `up` is 0 or 1. It is a guess, to be told even where made series let the alert fire.
 */
export const seemsNeverToFire = ({ expr, scrape, records }: Asked): Blame | undefined =>
  nothingOf(expr, {
    scrape,
    recorded: new Set(records.map(({ name }) => name)),
    isLeftOpen: true,
    isBelieved: true,
  });
