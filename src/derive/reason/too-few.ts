import { duration, inSeconds } from '#ground/duration.js';
import type { Call, Range } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { isDashboardWindow } from '#promql/unit/window.js';
import type { Blame } from './blame.js';

/** How often what is scraped is there. */
export interface Scraping {
  /** Seconds between scrapes. */
  readonly scrape: number;
  /** The names that rules record, which are there as often as the rules are evaluated. */
  readonly recorded: ReadonlySet<string>;
}

/** Functions that say nothing of a single sample. */
const ofTwo =
  /^(rate|increase|irate|delta|idelta|deriv|predict_linear|holt_winters|double_exponential_smoothing)$/;

/** The window of samples as they are scraped, in seconds; names with colons are those of recording rules. */
export const scrapedWindow = ({ args }: Call, { recorded }: Scraping): number | undefined => {
  const range = args.find((arg): arg is Range => arg.type === 'range');
  if (!range || isDashboardWindow(range.window)) return undefined;
  const { name } = range.selector.metric;
  return name === '' || name.includes(':') || recorded.has(name) ? undefined : inSeconds(range.window);
};

/** A window in which two scrapes never lie, of a function that needs two. */
export const tooFew = (expr: Call, scraping: Scraping): Blame | undefined => {
  const window = ofTwo.test(expr.function) ? scrapedWindow(expr, scraping) : undefined;
  return window !== undefined && window < scraping.scrape
    ? {
        blame: expr,
        why: `'${inline(expr)}' needs two samples, and a window of ${duration(window)} holds one at the most of what is scraped every ${duration(scraping.scrape)}`,
      }
    : undefined;
};

/**
 * The most that a function can count of the scrapes in a window: no more of them lie there, even where a scrape is a little early and the window
 * holds what lies at its start.
 */
export const mostCounted = (expr: Call, scraping: Scraping): number | undefined => {
  if (!/^(changes|resets|count_over_time)$/.test(expr.function)) return undefined;
  const window = scrapedWindow(expr, scraping);
  if (window === undefined) return undefined;
  const samples = Math.floor(window / scraping.scrape) + 2;
  return expr.function === 'count_over_time' ? samples : samples - 1;
};
