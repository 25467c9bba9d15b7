import type { Budget, Puzzle, Shapes } from './puzzle.js';

const restarts = 12;
const rounds = 4;

/**
 * Shapes under which the alert fires: from the start, then from anywhere, each coordinate in its turn becomes what brings it nearest.
 *
 * @returns Nothing where none were found before the budget was spent.
 */
export const climbed = (
  puzzle: Puzzle,
  budget: Budget,
  random: (below: number) => number,
): Shapes | undefined => {
  for (let restart = 0; restart < restarts; restart += 1) {
    let current: Shapes =
      restart === 0
        ? puzzle.start
        : puzzle.options.map(
            (options, i) => options[random(options.length)] ?? puzzle.start[i] ?? { kind: 'missing' },
          );
    let best = puzzle.measure(current);
    if (best === 0 && puzzle.fires(current)) return current;
    for (let round = 0; round < rounds; round += 1) {
      const before = best;
      for (const [i, options] of puzzle.options.entries())
        for (const option of options) {
          if (budget.left <= 0) return undefined;
          budget.left -= puzzle.cost;
          const tried = current.with(i, option);
          const distance = puzzle.measure(tried);
          if (distance === 0 && puzzle.fires(tried)) return tried;
          if (distance > 0 && distance < best) [best, current] = [distance, tried];
        }
      if (best === before) break;
    }
  }
  return undefined;
};

/** The same, with every coordinate as it was at first that need not be another. */
export const plain = ({ start, fires }: Puzzle, found: Shapes): Shapes =>
  found.reduce<Shapes>((shapes, shape, i) => {
    const first = start[i];
    if (!first || first === shape) return shapes;
    const tried = shapes.with(i, first);
    return fires(tried) ? tried : shapes;
  }, found);
