import { type Shape, amountOf, isAlike, missing } from '#derive/course/shape.js';
import { bordering } from './border.js';
import { byShare, bySingle } from './single.js';
import type { Border, Budget, Puzzle, Shapes } from './puzzle.js';

/** How far apart two shapes are, as a share of their size. */
const apart = (one: Shape, other: Shape): number => {
  const [a, b] = [amountOf(one), amountOf(other)];
  if (one.kind === 'histogram' && other.kind === 'histogram') return Math.abs(one.observed - other.observed);
  if (one.kind === 'flap' && other.kind === 'flap')
    return Math.abs(one.every - other.every) + Math.abs(one.high - other.high);
  if (a === undefined || b === undefined) return isAlike(one, other) ? 1 : 10;
  return (
    Math.abs(a - b) / (Math.abs(a) + Math.abs(b) + 1e-12) +
    (isAlike(one, other) ? 0 : 5) +
    (a < 0 || b < 0 ? 1e-3 : 0)
  );
};

/** The nearest course under which the alert stays quiet; the fault itself is brought nearer too. */
export const nearest = (
  puzzle: Puzzle,
  fault: Shapes,
  budget: Budget,
  random: (below: number) => number,
): Border | undefined =>
  byOne(puzzle, fault, budget) ??
  oneFewer(puzzle, fault) ??
  bySeveral(puzzle, fault, budget, random) ??
  byShare(puzzle, fault) ??
  without(puzzle, fault);

/** The nearest shape of one coordinate by which the alert is quiet. */
const quietBy = (puzzle: Puzzle, fault: Shapes, i: number, budget: Budget): Shape | undefined => {
  const hot = fault[i];
  if (!hot) return undefined;
  const quiet = (shapes: Shapes): Shape | undefined =>
    shapes
      .filter((each) => each !== hot && each.kind !== 'missing')
      .sort((a, b) => apart(hot, a) - apart(hot, b))
      .find((cold) => {
        if (budget.left <= 0) return false;
        budget.left -= puzzle.cost;
        return puzzle.isQuiet(fault.with(i, cold));
      });
  // What is to equal another, such as replicas that are wanted and those that are there, is quiet where it does.
  const alike = fault.filter(
    (each, k) => k !== i && each.kind === hot.kind && (each.kind !== 'level' || puzzle.fits(i, each.value)),
  );
  return quiet(puzzle.options[i] ?? []) ?? quiet(alike);
};

const byOne = (puzzle: Puzzle, fault: Shapes, budget: Budget): Border | undefined => {
  for (const i of puzzle.movable) {
    const cold = quietBy(puzzle, fault, i, budget);
    if (!cold) continue;
    const border = bordering(puzzle, fault, i, cold);
    return { ...border, others: byOthers(puzzle, border.fault, i, budget) };
  }
  return undefined;
};

/** So many other ways to be quiet are enough. */
const mostOthers = 3;

const byOthers = (puzzle: Puzzle, fault: Shapes, but: number, budget: Budget): readonly Shapes[] =>
  puzzle.movable
    .filter((i) => i !== but)
    .slice(0, 2 * mostOthers)
    .flatMap((i): readonly Shapes[] => {
      const cold = quietBy(puzzle, fault, i, budget);
      const near = cold && bordering(puzzle, fault, i, cold).quiet[i];
      return near && puzzle.isQuiet(fault.with(i, near)) ? [fault.with(i, near)] : [];
    })
    .slice(0, mostOthers);

const bySeveral = (
  puzzle: Puzzle,
  fault: Shapes,
  budget: Budget,
  random: (below: number) => number,
): Border | undefined => {
  for (let n = 0; n < 1_500 && budget.left > 0; n += 1) {
    budget.left -= puzzle.cost;
    const quiet = fault.map((shape, i) => {
      const options = puzzle.movable.includes(i) && random(2) === 0 ? (puzzle.options[i] ?? []) : [];
      return options[random(options.length)] ?? shape;
    });
    if (quiet.some(({ kind }, i) => kind === 'missing' && fault[i]?.kind !== 'missing')) continue;
    if (!puzzle.isQuiet(quiet)) continue;
    const border: Border = { fault, quiet, others: [], isVacuous: false };
    return bySingle(puzzle, border) ?? border;
  }
  return undefined;
};

/** Of series that are counted one is not there; the others still are. */
const oneFewer = ({ movable, isCounted, isQuiet }: Puzzle, fault: Shapes): Border | undefined => {
  // The last is one series, where many go alike.
  const fewer = movable
    .filter(isCounted)
    .toReversed()
    .map((i) => fault.with(i, missing));
  const quiet = fewer.find(isQuiet);
  return quiet && { fault, quiet, others: [], isVacuous: false };
};

/** With series left out: one, or all. */
const without = ({ movable, isQuiet }: Puzzle, fault: Shapes): Border | undefined => {
  const tries = [
    ...movable.map((i) => fault.with(i, missing)),
    fault.map((shape, i) => (movable.includes(i) ? missing : shape)),
  ];
  const quiet = tries.find(isQuiet);
  return quiet && { fault, quiet, others: [], isVacuous: true };
};
