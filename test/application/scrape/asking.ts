import { type Scrape, scrape } from '#application/scrape.js';
import type { AccessSpec } from '#application/scrape/access.js';
import type { Params } from '#application/scrape/address.js';
import type { DropSpec } from '#application/scrape/drop.js';
import type { Intake } from '#application/scrape/intake.js';
import { shopMetrics, web } from '../../synth/estate/shop.js';

interface Asked extends Intake {
  readonly path?: string;
  readonly params?: Params;
  readonly drop?: DropSpec;
}

/** A scrape of the shop, with these options. */
export const asking = (options: Asked & AccessSpec): Scrape =>
  scrape(web, { port: 'http', interval: '30s', metrics: [shopMetrics], ...options });
