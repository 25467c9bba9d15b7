import { type Expr, selectors, walk } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import type { Asked, Derivation, Proven, Standing, Underived } from './derivation.js';
import { Unsupported } from './engine/unsupported.js';
import { isAlwaysThere } from './reason/always-there.js';
import { solvedLabels } from './labels/solve.js';
import { cannotFire, hardlyFires } from './reason/cannot-fire.js';
import { readsHistograms } from './reason/of-histograms.js';
import { isActive, read, samplesOf } from './search/asking.js';
import { frameOf, isScrapedSeldom, scrapedOften } from './search/frame.js';
import { type Plan, plansOf } from './search/plans.js';
import type { Budget } from './search/puzzle.js';
import { unrecorded } from './records.js';
import { seeded } from './search/seeded.js';
import { climbed, plain } from './search/climb.js';
import { doubled } from './search/doubled.js';
import { nearest } from './search/near.js';
import { provenOf } from './search/proven.js';

/**
 * So many samples are read to search by one way to lay out series: a little by each of them, then more. And so many for an alert: about a
 * second.
 */
const samplesOfOne = [40_000, 1_000_000];
const samplesInAll = 5_000_000;

/**
 * A fault under which an alert fires, and the nearest course under which it stays quiet, from its expression alone: labels are found by
 * what its matchings ask, values by a search for what brings each comparison to its limit. The same for the same alert, everywhere.
 */
export const derive = (asked: Asked): Derivation => {
  try {
    refuseFarMoments(asked);
    refuseInnerMoments(asked);
    const blame = cannotFire(asked.isScrapeGuessed === true ? { ...asked, scrape: 1 } : asked);
    if (blame) return { kind: 'cannot fire', ...blame };
    const standing = alwaysFires(asked);
    if (standing) return standing;
    const found = readsRecords(asked) ? ofScraped(asked) : undefined;
    return found?.kind === 'derived' ? found : unlessOfHistograms(asked, scraped(asked));
  } catch (error) {
    if (error instanceof Unsupported) return unknownPart(asked, asWritten(asked, error));
    throw error;
  }
};

/** What is not known, by the text that was written: a search reads shorter windows. */
const asWritten = ({ expr, scrape }: Asked, error: Unsupported): Unsupported => {
  try {
    read(expr, { world: { series: [], interval: scrape }, seconds: 0 });
    return error;
  } catch (written) {
    return written instanceof Unsupported ? written : error;
  }
};

const unknownPart = ({ expr }: Asked, { part, message }: Unsupported): Underived =>
  ofHistograms(expr) ?? { kind: 'not judged', blame: part, why: message };

/** Numbers say nothing of what reads histograms: where none bring it to fire, histograms may. */
const unlessOfHistograms = ({ expr }: Asked, found: Proven | Underived): Proven | Underived =>
  found.kind === 'not found' ? (ofHistograms(expr) ?? found) : found;

const ofHistograms = (expr: Expr): Underived | undefined => {
  const part = readsHistograms(expr);
  return (
    part && {
      kind: 'not judged',
      blame: part,
      why: `'${inline(part)}' reads a native histogram, and only series of numbers are made`,
    }
  );
};

/** A test begins at the first second of 1970: what is read of a moment years later would take millions of samples. */
const latestMoment = 31 * 86_400;

const refuseFarMoments = ({ expr }: Asked): void => {
  for (const part of walk(expr))
    if (
      (part.type === 'selector' || part.type === 'subquery') &&
      typeof part.at === 'number' &&
      part.at > latestMoment
    )
      throw new Unsupported(part, 'is read at one moment of the calendar, which no test reaches');
};

/** At each step of a subquery `@ end()` is the moment at which all of it is evaluated, which the step does not tell. */
const refuseInnerMoments = ({ expr }: Asked): void => {
  for (const outer of walk(expr))
    for (const part of outer.type === 'subquery' ? walk(outer.expr) : [])
      if ((part.type === 'selector' || part.type === 'subquery') && typeof part.at === 'string')
        throw new Unsupported(part, 'is read once for all steps of a subquery');
};

const readsRecords = ({ expr, records }: Asked): boolean => {
  const names = new Set(records.map(({ name }) => name));
  return selectors(expr).some(({ metric }) => names.has(metric.name));
};

/** By what is scraped. Where nothing is found by that, the recorded series are taken as they are. */
const ofScraped = (asked: Asked): Proven | Underived | undefined => {
  try {
    return scraped({ ...asked, expr: unrecorded(asked.expr, asked.records, asked.interval) });
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
};

/** Hours of a week and a day. */
const week = Array.from({ length: 8 * 24 }, (_, hour) => hour * 3_600);

/**
 * The part by which an expression reads a series whatever there is: one that compares nothing, or reads nothing of what is scraped; of an
 * `or` one side. `count(foo) or vector(0) < 1` is, as the comparison is of the last operand alone.
 */
const holdsAlways = (expr: Expr): Expr | undefined => {
  if (expr.type === 'binary' && expr.operator === 'or')
    return holdsAlways(expr.left) ?? holdsAlways(expr.right);
  const world = { series: [], interval: 60 };
  const readsNothing = selectors(expr).length === 0;
  return isAlwaysThere(expr) || (readsNothing && week.every((seconds) => isActive(expr, { world, seconds })))
    ? expr
    : undefined;
};

/** What fires whatever is. */
const alwaysFires = ({ expr, interval, scrape, for: hold }: Asked): Standing | undefined => {
  const part = holdsAlways(expr);
  if (!part) return undefined;
  const world = { series: [], interval: scrape };
  const firesBy = Math.ceil(hold / interval) * interval + interval;
  const expected = samplesOf(read(expr, { world, seconds: firesBy }));
  const why = `'${inline(part)}' holds whatever is, and so does all of the expression`;
  return {
    kind: 'always fires',
    scrape,
    interval,
    firesBy,
    expected,
    ...(selectors(expr).length > 0 && { why }),
  };
};

/** As it is scraped; where nothing is found by that, as if it were scraped as often as its windows need. */
const scraped = (asked: Asked): Proven | Underived => {
  if (!isScrapedSeldom(asked)) return searched(asked);
  const found = hardlyFires(asked) ? undefined : searched(asked);
  return found?.kind === 'derived' ? found : searched(scrapedOften(asked));
};

const searched = (asked: Asked): Proven | Underived => {
  const { expr } = asked;
  const solved = solvedLabels(expr);
  const plans = plansOf(asked, solved, frameOf(asked, expr, solved.leaves));
  const budget: Budget = { left: samplesInAll };
  let why = 'no values were found under which it fires';
  for (const samples of samplesOfOne)
    for (const plan of plans()) {
      if (budget.left <= 0) return { kind: 'not found', why };
      const outcome = carriedOut(plan, budget, samples);
      if (typeof outcome !== 'string') return outcome;
      if (outcome !== '') why = outcome;
    }
  return { kind: 'not found', why };
};

/** What one plan comes to; a text where it is why nothing came of a fault that was found. */
const carriedOut = ({ subject, puzzle, after }: Plan, budget: Budget, samples: number): Proven | string => {
  const random = seeded(7);
  const own: Budget = { left: Math.min(budget.left, samples) };
  const given = own.left;
  try {
    const fault = climbed(puzzle, own, random);
    if (!fault) return '';
    const needed = plain(puzzle, fault);
    for (const mayTouch of puzzle.mayTouch ? [true, false] : [false]) {
      const border = nearest({ ...puzzle, mayTouch }, needed, own, random);
      if (!border) return 'it fires, but no course was found under which it stays quiet';
      const larger = doubled(subject, border);
      const proven =
        (larger && provenOf(larger.subject, larger.border, after)) ?? provenOf(subject, border, after);
      if (proven) return proven;
    }
    return 'what was found does not hold evaluation by evaluation';
  } finally {
    budget.left -= given - own.left;
  }
};
