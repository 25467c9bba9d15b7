import { type Shape, amountOf, isAlike, resized } from '#derive/course/shape.js';
import type { Border, Puzzle, Shapes } from './puzzle.js';

/** Halvings by which a border is found to six digits and more. */
const halvings = 30;

/**
 * A fault and a quiet course that differ in one coordinate, both brought to the border between them: what is exactly at the limit on the
 * side where it belongs, the other a little beyond.
 */
export const bordering = (puzzle: Puzzle, fault: Shapes, i: number, cold: Shape): Border => {
  const hot = fault[i] ?? cold;
  const wide: Border = { fault, quiet: fault.with(i, cold), others: [], isVacuous: false };
  const [high, low] = [amountOf(hot), amountOf(cold)];
  if (high === undefined || low === undefined || !isAlike(hot, cold)) return stepwise(puzzle, fault, i, cold);
  const isLevel = hot.kind === 'level';
  const fits = (amount: number): boolean => !isLevel || puzzle.fits(i, amount);
  const fires = (amount: number): boolean => puzzle.fires(fault.with(i, resized(hot, amount)));
  const isQuiet = (amount: number): boolean => puzzle.isQuiet(fault.with(i, resized(hot, amount)));
  let [active, quiet] = [high, low];
  for (let n = 0; n < halvings; n += 1) {
    const middle = (active + quiet) / 2;
    if (fires(middle)) active = middle;
    else quiet = middle;
  }
  const away = Math.sign(high - low);
  const found = (active + quiet) / 2;
  const isFar = Math.abs(found) < 1e-4 * Math.max(Math.abs(high), Math.abs(low));
  const between = isFar ? farBelow(high, low, fires) : found;
  if (between === undefined) return aroundZero(puzzle, wide, i, away);
  const edge = Number(between.toPrecision(6));
  const isExact = puzzle.mayTouch && (isLevel || hot.kind === 'stamp');
  const isWhole = isLevel && puzzle.counts(i);
  // Bytes, of which there is no half.
  const next = isLevel ? [away > 0 ? Math.floor(edge) + 1 : Math.ceil(edge) - 1] : [];
  const over = [...nearby(edge, away, isExact, isWhole), ...next].filter(fits).find(fires);
  const under = nearby(edge, -away, isExact, isWhole).filter(fits).find(isQuiet);
  const far = [0.5, 0.3, 0.2].map((share) => Number((edge - away * Math.abs(edge) * share).toPrecision(2)));
  const well = far.filter(fits).find(isQuiet);
  return {
    fault: over === undefined ? fault : fault.with(i, resized(hot, over)),
    quiet: fault.with(i, resized(hot, under ?? low)),
    ...(well !== undefined && { well: fault.with(i, resized(hot, well)) }),
    others: [],
    isVacuous: false,
  };
};

/** So small a share of a fault is none of it. */
const least = 1e-12;

/** A border far below the size of a fault, such as 5 KiB of what is in gigabytes; nothing where it is 0, or on the other side of it. */
const farBelow = (high: number, low: number, fires: (amount: number) => boolean): number | undefined => {
  const nearZero = high * low > 0 ? low : high * least;
  if (Math.abs(high) < Math.abs(nearZero) || fires(nearZero)) return undefined;
  let [active, quiet] = [high, nearZero];
  for (let n = 0; n < 2 * halvings; n += 1) {
    const middle = Math.sign(high) * Math.sqrt(active * quiet);
    if (fires(middle)) active = middle;
    else quiet = middle;
  }
  return Math.sign(high) * Math.sqrt(active * quiet);
};

/** Numbers from an edge on in one direction: the edge, then the plainest of those that are not a tenth away. */
const nearby = (edge: number, direction: number, isExact: boolean, isWhole: boolean): readonly number[] => {
  const steps = [0.06, 0.04, 0.08, 0.09, 0.02, 0.01];
  const whole = Number.isInteger(edge) && Math.abs(edge) >= 1 ? [edge + direction] : [];
  const round = [1, 2, 3, 4].flatMap((digits) =>
    steps.map((step) => Number((edge + direction * Math.abs(edge) * step).toPrecision(digits))),
  );
  const within = [...(Math.abs(edge) >= 10 ? whole : []), ...round].filter(
    (value) =>
      (value - edge) * direction > 0.004 * Math.abs(edge) && Math.abs(value - edge) <= 0.1 * Math.abs(edge),
  );
  const isPlain = edge === Number(edge.toPrecision(4));
  return [...(isExact && isPlain ? [edge] : []), ...(isWhole ? whole : []), ...within, ...whole];
};

/** Where the border is 0 there is no share of it: the quiet side is 0 itself where it may be, the other as small as it was. */
const aroundZero = (puzzle: Puzzle, wide: Border, i: number, away: number): Border => {
  const hot = wide.fault[i];
  if (!hot) return wide;
  const ones = [away, away * 2, away * 0.01].map((amount) => resized(hot, amount));
  const zero = resized(hot, 0);
  const fault = [zero, ...ones].find((shape) => puzzle.fires(wide.fault.with(i, shape)));
  const quiet = [zero, ...[-away, away].map((amount) => resized(hot, amount))].find(
    (shape) => shape !== fault && puzzle.isQuiet(wide.fault.with(i, shape)),
  );
  return {
    ...wide,
    fault: fault ? wide.fault.with(i, fault) : wide.fault,
    quiet: quiet ? wide.fault.with(i, quiet) : wide.quiet,
  };
};

/** Of shapes that have no size the two that are nearest each other of which one fires and one does not. */
const stepwise = (puzzle: Puzzle, fault: Shapes, i: number, cold: Shape): Border => {
  const hot = fault[i];
  const same = (puzzle.options[i] ?? []).filter(({ kind }) => kind === hot?.kind && kind === cold.kind);
  const [from, to] = [same.findIndex((each) => each === hot), same.findIndex((each) => each === cold)];
  let best: Border = { fault, quiet: fault.with(i, cold), others: [], isVacuous: false };
  const direction = Math.sign(to - from);
  if (from < 0 || to < 0) return best;
  for (let at = from; at !== to; at += direction) {
    const [here, next] = [same[at], same[at + direction]];
    if (!here || !next || !puzzle.fires(fault.with(i, here))) continue;
    if (puzzle.isQuiet(fault.with(i, next)))
      best = { fault: fault.with(i, here), quiet: fault.with(i, next), others: [], isVacuous: false };
  }
  return best;
};
