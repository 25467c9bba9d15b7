import type { Construct } from 'constructs';
import type { Scrape as Description } from '#application/scrape.js';
import { Scrape } from './scrape.js';
import { VMScrape } from './victoriametrics/scrape.js';
import type { WrittenAs } from './written-as.js';

/** A scrape as the operator takes it up whose agent scrapes. */
export const scrapedBy = (
  scrapes: WrittenAs['scrapes'],
  scope: Construct,
  id: string,
  description: Description,
): Construct =>
  scrapes === 'victoriametrics' ? new VMScrape(scope, id, description) : new Scrape(scope, id, description);
