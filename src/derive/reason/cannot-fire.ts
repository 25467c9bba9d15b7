import type { Asked } from '#derive/derivation.js';
import type { Blame } from './blame.js';
import { nothingOf } from './nothing.js';

/**
 * Why an alert never fires, whatever is scraped, by the smallest part of its expression that is to blame. It is sure: nothing is concluded
 * from what names or kinds of metrics usually mean. Nothing where it may fire, or where that cannot be told.
 */
export const cannotFire = ({ expr, scrape, records }: Asked): Blame | undefined =>
  nothingOf(expr, { scrape, recorded: new Set(records.map(({ name }) => name)) });
