import { type Expr, walk } from '#promql/expr/ast.js';
import { lookBack } from '#promql/expr/look-back.js';
import { offsetSeconds } from '#promql/expr/when.js';
import type { Asked, Moments } from '#derive/derivation.js';
import type { Labelled } from '#derive/labels/solve.js';
import { windowsOf } from './constants.js';

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
/** So many samples of a window are enough to search with, and so many evaluations for promtool to be quick. */
const mostSamples = 2_000;
const mostEvaluations = 1_200;

const scrapeOf = (asked: number, windows: readonly number[], reach: number): number => {
  const shortest = Math.min(...windows);
  const fits = shortest >= 2 * asked ? asked : Math.max(1, Math.floor(shortest / 4));
  const coarser = Math.ceil(reach / mostSamples / 60) * 60;
  return coarser <= fits
    ? fits
    : Math.max(fits, Math.min(coarser, coarsest, Math.floor(shortest / 4 / 60) * 60));
};

export const frameOf = (asked: Asked, expr: Expr, leaves: readonly Labelled[]): Frame => {
  const reach = lookBack(expr);
  const windows = [...walk(expr)].flatMap((each) => (each.type === 'range' ? windowsOf(each) : []));
  const scrape = scrapeOf(asked.scrape, windows, reach);
  const least = asked.interval >= scrape ? Math.ceil(asked.interval / scrape) * scrape : asked.interval;
  const total = 3 * reach + asked.for;
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

/**
 * When all is well, when the fault begins, when it is over.
 *
 * @param seen Seconds after which the fault is read in full.
 * @param lead Seconds that pass before the fault, at the least.
 */
export const momentsOf = (
  frame: Frame,
  asked: Asked,
  { seen, lead }: { readonly seen: number; readonly lead: number },
): Moments => {
  const { scrape, interval, common, reach } = frame;
  const up = (seconds: number): number => Math.ceil(seconds / common) * common;
  const begins = up(Math.max(lead, reach + slackOf(frame)));
  const firesBy = begins + up(seen + asked.for + 2 * interval);
  const ends = firesBy + 2 * common;
  const settled = ends + up(reach + (asked.keepFiringFor ?? 0) + slackOf(frame));
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
