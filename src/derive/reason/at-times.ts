import { duration } from '#ground/duration.js';
import type { Asked } from '#derive/derivation.js';
import { walk } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { ofTwo, scrapedWindow } from './too-few.js';
import type { Weakness } from './weakness.js';

/**
 * A window that holds the two samples that it needs only now and then, or only of targets that happen to be scraped at the right moment between
 * two evaluations. Of several the first is told.
 */
export const atTimesTooFew = (asked: Asked): readonly Weakness[] => {
  const { expr, scrape, records } = asked;
  const recorded = new Set(records.map(({ name }) => name));
  const found = [...walk(expr)].flatMap((each): readonly Weakness[] => {
    if (each.type !== 'call' || !ofTwo.test(each.function)) return [];
    const window = scrapedWindow(each, { scrape, recorded });
    if (window === undefined || window < scrape || window >= 2 * scrape) return [];
    // With for it is enough that one of many evaluations finds too few.
    return asked.for > 0 || window > scrape
      ? [
          {
            kind: asked.for > 0 ? 'cannot mature' : 'cannot fire',
            certainty: 'guess',
            blame: each,
            why: `'${inline(each)}' needs two samples, and a window of ${duration(window)} does not always hold two of what is scraped every ${duration(scrape)}`,
            cure: `make the window at least ${duration(4 * scrape)}`,
          },
        ]
      : [];
  });
  return found.slice(0, 1);
};
