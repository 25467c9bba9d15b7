import { type Expr, walk } from '#promql/expr/ast.js';
import { isLifelike, isOfWholes } from '#derive/course/range.js';
import { missing } from '#derive/course/shape.js';
import type { Labelled } from '#derive/labels/solve.js';
import type { Asked } from '#derive/derivation.js';
import type { World } from '#derive/engine/world.js';
import { lookBack } from '#promql/expr/look-back.js';
import { windowsOf } from './constants.js';
import { isActive } from './asking.js';
import { beginningOf } from './beginning.js';
import { costOf } from './cost.js';
import { distance } from './distance.js';
import { isExact } from './exact.js';
import { type Frame, slackOf } from './frame.js';
import { type Numbers, optionsOf } from './options.js';
import type { Puzzle, Shapes } from './puzzle.js';
import type { Stage, Unit } from './stage.js';
import { steadied } from './steady.js';
import { steadyWorlds, worldOf } from './worlds.js';

/** An alert over series that were made for it. */
export interface Subject {
  readonly asked: Asked;
  readonly expr: Expr;
  readonly frame: Frame;
  readonly leaves: readonly Labelled[];
  readonly stage: Stage;
  readonly numbers: Numbers;
  /** Whether values need not be lifelike. */
  readonly anything: boolean;
  /** Whether series may be missing. */
  readonly mayMiss: boolean;
  /** Seconds that pass before the fault, at the least. */
  readonly lead: number;
}

const choices = ({
  stage,
  numbers,
  anything,
  mayMiss,
}: Subject): Pick<Puzzle, 'options' | 'start' | 'fits' | 'isCounted' | 'counts'> => {
  const unitOf = (coordinate: number): Unit | undefined => stage.units[coordinate % stage.units.length];
  const found = stage.units.map((unit) => optionsOf(unit, numbers, anything));
  const start = stage.units.map((unit, i) => beginningOf(unit, i, found[i] ?? []));
  return {
    fits: (coordinate, amount) => anything || isLifelike(unitOf(coordinate)?.name ?? '', amount),
    counts: (coordinate) => isOfWholes(unitOf(coordinate)?.name ?? ''),
    isCounted: (coordinate) => stage.units.filter(({ name }) => name === unitOf(coordinate)?.name).length > 1,
    start,
    options: found.map((options, i) => [
      ...(start[i] ? [start[i]] : []),
      ...options,
      ...(mayMiss ? [missing] : []),
    ]),
  };
};

const isRamp = ({ stage }: Subject): boolean => stage.units.some(({ kinds }) => kinds.includes('ramp'));

/** So many samples of a window are enough to see a steady course. */
const enoughSamples = 6;

/**
 * Seconds between scrapes to search with. What goes straight on is the same however seldom it is scraped, as long as the shortest window
 * holds some scrapes; so nothing is read at others on a long way.
 */
const scrapeFor = ({ expr, frame, stage, lead }: Subject): number => {
  const counts = [...walk(expr)].some(
    (each) =>
      each.type === 'subquery' ||
      (each.type === 'call' && /^(changes|resets|(count|sum|stddev|stdvar)_over_time)$/.test(each.function)),
  );
  if (counts || stage.units.some(({ kinds }) => kinds.includes('flap') || kinds.includes('saw')))
    return frame.scrape;
  const shortest = Math.min(...windowsOf(expr), Infinity);
  const way = Math.max(lead, frame.reach);
  const seldom = Math.floor(Math.min(shortest / enoughSamples, way / 8) / frame.common) * frame.common;
  return Math.max(frame.scrape, seldom);
};

/**
 * Seconds until windows are full. What fires of nothing, such as `(sum(rate(x[5m])) or vector(0)) < 1`, may do so until then, whatever
 * comes.
 */
export const warmOf = ({ expr, frame: { scrape, reach } }: Pick<Subject, 'expr' | 'frame'>): number =>
  windowsOf(expr).length > 0 && isActive(expr, { world: { series: [], interval: scrape }, seconds: 0 })
    ? Math.max(scrape, reach)
    : 0;

/** A fault in which nothing changes any more once it is there. */
export const steadyPuzzle = (subject: Subject): Puzzle => {
  const { asked, expr, frame, stage, lead } = subject;
  const { interval } = frame;
  const isFull = isRamp(subject);
  const scrape = scrapeFor(subject);
  const short = isFull ? expr : steadied(expr, enoughSamples * scrape);
  const { options, ...others } = choices(subject);
  const from = lead + (isFull ? frame.reach : lookBack(short));
  const at = Math.ceil(from / scrape) * scrape;
  const moments = isFull
    ? [at, at + Math.ceil((asked.for + slackOf(frame)) / scrape) * scrape, at + scrape]
    : [at, at + scrape, at + 2 * scrape, at + 5 * scrape];
  const warm = warmOf(subject);
  const early = [0, 1, 2, 5].map((nth) => nth * interval).filter((seconds) => seconds >= warm);
  const fine = steadyWorlds(stage, frame.scrape, interval);
  const worlds = steadyWorlds(stage, scrape, interval);
  const worldIn = (shapes: Shapes): World => worlds((unit) => shapes[unit] ?? missing);
  /** What rises or falls has done so before as well, up to where it begins. */
  const begins = Math.ceil((frame.reach + slackOf(frame) + asked.for) / scrape) * scrape;
  const before = (shapes: Shapes): World =>
    worldOf(stage, (unit) => [{ from: 0, shape: shapes[unit] ?? missing, anchor: begins }], scrape, interval);
  return {
    cost: stage.made.length * (costOf(short, scrape) + at / scrape),
    ...others,
    mayTouch: isExact(expr),
    options,
    movable: options.map((_, i) => i),
    measure: (shapes) => distance(short, { world: worldIn(shapes), seconds: at }),
    fires: (shapes) => {
      const world = worldIn(shapes);
      return moments.every((seconds) => isActive(short, { world, seconds }));
    },
    isQuiet: (shapes) => {
      const world = worldIn(shapes);
      if (moments.some((seconds) => isActive(short, { world, seconds }))) return false;
      if (isFull && isActive(expr, { world: before(shapes), seconds: at })) return false;
      // While windows are not full yet they are read otherwise.
      const beginning = fine((unit) => shapes[unit] ?? missing);
      return early.every((seconds) => !isActive(expr, { world: beginning, seconds }));
    },
  };
};

/** Seconds after a change at which an alert is to fire that holds now against before; at once, or when the nearest windows are full of it. */
export const jumpAfter = ({ near, interval, common }: Frame, { for: hold }: Asked, atOnce: boolean): number =>
  Math.ceil((atOnce ? interval : near) / common) * common + Math.ceil(hold / common) * common;

/** Now against before: what matters is that something has just changed. */
export const jumpPuzzle = (subject: Subject, atOnce: boolean): Puzzle => {
  const { asked, expr, frame, stage } = subject;
  const { scrape, interval, reach, common } = frame;
  const { options, start, ...others } = choices(subject);
  const count = options.length;
  const begins = Math.ceil((reach + 2 * common) / common) * common;
  const last = begins + jumpAfter(frame, asked, atOnce);
  const hold = Math.ceil(asked.for / common) * common;
  const moments = [...new Set([last, last - hold, last - Math.floor(hold / 2 / common) * common])];
  const worldIn = (shapes: Shapes): World =>
    worldOf(
      stage,
      (unit) => [
        { from: 0, shape: shapes[unit] ?? missing, anchor: begins },
        { from: begins, shape: shapes[count + unit] ?? missing, anchor: begins },
      ],
      scrape,
      interval,
    );
  const wasWell = (world: World): boolean =>
    [begins - scrape, begins - 2 * scrape].every((seconds) => !isActive(expr, { world, seconds }));
  return {
    cost: stage.made.length * (costOf(expr, scrape) + last / scrape),
    ...others,
    mayTouch: isExact(expr),
    options: [...options, ...options],
    start: [...start, ...start],
    movable: options.map((_, i) => count + i),
    measure: (shapes) => {
      const world = worldIn(shapes);
      const far = distance(expr, { world, seconds: last });
      return far + (far < 50 && !wasWell(world) ? 20 : 0);
    },
    fires: (shapes) => {
      const world = worldIn(shapes);
      return moments.every((seconds) => isActive(expr, { world, seconds })) && wasWell(world);
    },
    isQuiet: (shapes) => {
      const world = worldIn(shapes);
      return (
        wasWell(world) &&
        [...moments, begins, begins + scrape].every((seconds) => !isActive(expr, { world, seconds }))
      );
    },
  };
};
