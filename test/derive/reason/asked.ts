import type { Asked } from '#derive/derivation.js';
import { parsed } from '#rules/expression.js';

/** An alert of this text, scraped and evaluated once a minute. */
export const asked = (text: string, more: Partial<Asked> = {}): Asked => {
  const read = parsed(text);
  if (!('expr' in read)) throw new Error(`${text} is not read`);
  return { name: 'Alert', expr: read.expr, for: 0, interval: 60, scrape: 60, records: [], ...more };
};
