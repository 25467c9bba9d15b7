import { type Expr, children, walk } from '#promql/expr/ast.js';
import { lookBack } from '#promql/expr/look-back.js';
import { offsetSeconds } from '#promql/expr/when.js';
import type { Asked, Moments } from '#derive/derivation.js';
import type { Labelled } from '#derive/labels/solve.js';
import { constantsOf, windowsOf } from './constants.js';

/** How finely time is seen, and how far an expression looks back. */
export interface Frame {
  readonly scrape: number;
  readonly interval: number;
  /** The least time that is a multiple of both. */
  readonly common: number;
  /** Seconds after which nothing before is read any more. */
  readonly reach: number;
  /** Seconds after which some selector reads nothing before any more. */
  readonly near: number;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** Instant selectors read a sample for five minutes; a scrape in four of them is enough to be sure. */
const coarsest = 240;
/** promtool reads ten thousand samples at a time at the most, of all series together. */
const mostSamples = 2_000;
/** So many evaluations are enough for promtool to be quick. */
const mostEvaluations = 1_200;
/** Counts up to this are reached by samples. */
const mostCounted = 200;

/** Whether anything is read but by windows. */
const readsInstants = (expr: Expr): boolean => {
  if (expr.type === 'range') return false;
  return expr.type === 'selector' || expr.type === 'subquery' || children(expr).some(readsInstants);
};

/** How many samples a window must hold for the counts that are held against limits to be reached. */
const samplesNeeded = (expr: Expr): number => {
  const counts = [...walk(expr)].flatMap((each) => (each.type === 'call' ? [each.function] : []));
  const limit = Math.max(0, ...constantsOf(expr).filter((c) => c <= mostCounted));
  if (counts.includes('resets')) return 2 * limit + 4;
  return counts.includes('changes') ? limit + 3 : 2;
};

/** The shortest time within which there must be a sample. */
const shortestOf = (expr: Expr): number => {
  const ranges = [...walk(expr)].flatMap((each) => (each.type === 'range' ? windowsOf(each) : []));
  return Math.min(...ranges) / samplesNeeded(expr);
};

/** Whether windows hold so few scrapes that a fault may need more of them. */
export const isScrapedSeldom = ({ scrape, expr }: Asked): boolean => shortestOf(expr) < scrape;

/** An alert as if what it reads were scraped as often as its windows need, so that evaluations still fall on scrapes where they can. */
export const scrapedOften = (asked: Asked): Asked => {
  const most = Math.max(1, Math.min(asked.scrape, Math.floor(shortestOf(asked.expr) / 2)));
  const steps = Array.from({ length: most }, (_, i) => most - i);
  return { ...asked, scrape: steps.find((step) => asked.interval % step === 0) ?? most };
};

const scrapeOf = (fits: number, expr: Expr, most: number, reach: number): number => {
  const shortest = shortestOf(expr);
  const coarser = Math.ceil(reach / most / 60) * 60;
  if (reach / fits <= most || coarser <= fits) return fits;
  const bound = Math.min(readsInstants(expr) ? coarsest : Infinity, Math.floor(shortest / 2 / 60) * 60);
  return Math.max(fits, Math.min(coarser, bound));
};

/** @param lead Seconds that pass before anything happens. */
export const frameOf = (asked: Asked, expr: Expr, leaves: readonly Labelled[], lead = 0): Frame => {
  const reach = lookBack(expr);
  const most = Math.max(200, mostSamples / Math.max(1, leaves.length));
  const scrape = scrapeOf(asked.scrape, expr, most, Math.max(reach, lead / 2));
  const least = asked.interval >= scrape ? Math.ceil(asked.interval / scrape) * scrape : asked.interval;
  const total = 3 * reach + asked.for + lead;
  const interval =
    total / least <= mostEvaluations ? least : least * Math.ceil(total / least / mostEvaluations);
  const common = (interval * scrape) / divisor(interval, scrape);
  const reaches = leaves.map(
    ({ windows: around, selector }) =>
      Math.max(0, ...around) +
      (selector.offset === undefined ? 0 : Math.max(0, offsetSeconds(selector.offset))),
  );
  return { scrape, interval, common, reach, near: Math.min(reach, ...reaches) };
};

/** How long things are well before a fault, and how long a fault lasts after it must be seen, at the least. */
export const slackOf = ({ interval, common }: Frame): number =>
  Math.max(2 * common, Math.min(600, 10 * interval));

/** Seconds after which a fault that stays is read in full, and has lasted as long as it must. */
export const steadyAfter = ({ reach, interval }: Frame, asked: Asked): number =>
  reach + asked.for + 2 * interval;

/** Seconds for which a quiet course is played so that an alert would fire that is another. */
export const wholeCourse = ({ reach, interval, common }: Frame, { for: hold }: Asked): number =>
  Math.ceil((reach + hold + 2 * interval) / common) * common;
/** What takes longer is not played but where it must be: promtool would take seconds. */
export const longestCourse = 3 * 3_600;

/**
 * When all is well, when the fault begins, when it is over.
 *
 * @param after Seconds after its beginning at which the alert is to fire.
 * @param lead Seconds that pass before the fault, at the least.
 * @param courses How many quiet courses are played one after the other once the fault is over.
 */
export const momentsOf = (
  frame: Frame,
  asked: Asked,
  { after, lead, courses }: { readonly after: number; readonly lead: number; readonly courses: number },
): Moments => {
  const { scrape, interval, common, reach } = frame;
  const up = (seconds: number): number => Math.ceil(seconds / common) * common;
  const whole = wholeCourse(frame, asked);
  const begins = up(Math.max(lead, reach + slackOf(frame), whole <= longestCourse ? whole : 0));
  const firesBy = begins + up(after);
  const ends = firesBy + common;
  const settled = ends + up(Math.max(reach + (asked.keepFiringFor ?? 0) + slackOf(frame), courses * whole));
  return {
    scrape,
    interval,
    begins,
    notBefore: begins + Math.ceil(asked.for / interval) * interval,
    firesBy,
    ends,
    settled,
    until: settled + scrape,
  };
};
