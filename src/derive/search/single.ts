import { type Shape, amountOf, resized } from '#derive/course/shape.js';
import { bordering } from './border.js';
import type { Border, Puzzle, Shapes } from './puzzle.js';

/** What a coordinate is where it does not matter, plainest first. */
const plainly = (shape: Shape): readonly Shape[] =>
  amountOf(shape) === undefined ? [] : [0, 1].map((amount) => resized(shape, amount));

/**
 * A border by one coordinate in place of one by several: of what fires by either of two, such as `a > 1 or b > 1`, one is well on both sides.
 */
export const bySingle = (puzzle: Puzzle, { fault, quiet }: Border): Border | undefined => {
  for (const i of puzzle.movable) {
    const [hot, cold] = [fault[i], quiet[i]];
    if (!hot || !cold || hot === cold) continue;
    const isSo = (shapes: Shapes): boolean =>
      puzzle.fires(shapes.with(i, hot)) && puzzle.isQuiet(shapes.with(i, cold));
    if (!isSo(quiet)) continue;
    const well = quiet.reduce<Shapes>((shapes, shape, k) => {
      if (k === i || shape === fault[k]) return shapes;
      const plain = plainly(shape).find((each) => isSo(shapes.with(k, each)));
      return plain ? shapes.with(k, plain) : shapes;
    }, quiet);
    return bordering(puzzle, well.with(i, hot), i, cold);
  }
  return undefined;
};

/** Shares of a fault's size at which to look for quiet where what may be tried is spent: a try is dear where windows look far back. */
const shares = [1.25, 0.8, 2, 0.5, 4, 0.25, 10, 0.1];

/** A border by one coordinate of the fault, made larger and smaller. */
export const byShare = (puzzle: Puzzle, fault: Shapes): Border | undefined => {
  for (const i of puzzle.movable) {
    const hot = fault[i];
    const amount = hot && amountOf(hot);
    if (!hot || amount === undefined || amount === 0) continue;
    const cold = shares
      .filter((share) => hot.kind !== 'level' || puzzle.fits(i, amount * share))
      .map((share) => resized(hot, amount * share))
      .find((shape) => puzzle.isQuiet(fault.with(i, shape)));
    if (cold) return bordering(puzzle, fault, i, cold);
  }
  return undefined;
};
