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
  /**
   * Whether a window leaves out what lies at its start, as Prometheus 3 has it. Before, a scrape that falls there is one more:
   * https://prometheus.io/docs/prometheus/latest/migration/#range-selectors-and-lookback-exclude-samples-coinciding-with-the-left-boundary.
   */
  readonly isLeftOpen?: boolean;
}

/** The most scrapes that lie in a window. */
const mostScrapes = (window: number, { scrape, isLeftOpen = false }: Scraping): number =>
  isLeftOpen ? Math.ceil(window / scrape) : Math.floor(window / scrape) + 1;

/** Functions that say nothing of a single sample. */
export const ofTwo =
  /^(rate|increase|irate|delta|idelta|deriv|predict_linear|holt_winters|double_exponential_smoothing)$/;

/** The window of samples as they are scraped, in seconds; names with colons are those of recording rules. */
export const scrapedWindow = ({ args }: Call, { recorded }: Scraping): number | undefined => {
  const range = args.find((arg): arg is Range => arg.type === 'range');
  if (!range || isDashboardWindow(range.window)) return undefined;
  const { name } = range.selector.metric;
  return name === '' || name.includes(':') || recorded.has(name) ? undefined : inSeconds(range.window);
};

/** What a window holds at its start may be one more, before Prometheus 3. */
export const unlessAtStart = (window: number, scraping: Scraping): string =>
  mostScrapes(window, scraping) < mostScrapes(window, { ...scraping, isLeftOpen: false })
    ? ', unless a scrape falls on the very start of the window'
    : '';

/** A window in which two scrapes never lie, of a function that needs two. */
export const tooFew = (expr: Call, scraping: Scraping): Blame | undefined => {
  const window = ofTwo.test(expr.function) ? scrapedWindow(expr, scraping) : undefined;
  return window !== undefined && mostScrapes(window, scraping) < 2
    ? {
        blame: expr,
        why: `'${inline(expr)}' needs two samples, and a window of ${duration(window)} holds one at the most of what is scraped every ${duration(scraping.scrape)}${unlessAtStart(window, scraping)}`,
      }
    : undefined;
};

/** The most that a function can count of the scrapes in a window. */
export const mostCounted = (expr: Call, scraping: Scraping): number | undefined => {
  if (!/^(changes|resets|count_over_time)$/.test(expr.function)) return undefined;
  const window = scrapedWindow(expr, scraping);
  if (window === undefined) return undefined;
  const samples = mostScrapes(window, scraping);
  return expr.function === 'count_over_time' ? samples : samples - 1;
};
