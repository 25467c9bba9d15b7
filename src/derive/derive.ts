import { type Expr, isSetOperator, walk } from '#promql/expr/ast.js';
import type { Asked, Derivation, Proven, Underived } from './derivation.js';
import { Unsupported } from './engine/unsupported.js';
import { solvedLabels } from './labels/solve.js';
import { climbed, plain } from './search/climb.js';
import { constantsOf, windowsOf } from './search/constants.js';
import { edgesOf } from './search/edges.js';
import { frameOf } from './search/frame.js';
import { nearest } from './search/near.js';
import { numbersOf } from './search/options.js';
import { provenOf } from './search/proven.js';
import type { Budget, Puzzle } from './search/puzzle.js';
import { type Subject, jumpPuzzle, steadyPuzzle } from './search/puzzles.js';
import { seeded } from './search/seeded.js';
import { spreadsOf } from './search/spreads.js';
import { stageOf } from './search/stage.js';

/** So many samples are read to search for an alert, and so many for one way to lay out its series: a second or two. */
const samplesInAll = 6_000_000;
const samplesOfOne = 1_500_000;

/**
 * A fault under which an alert fires, and the nearest course under which it stays quiet, from its expression alone: labels are found by
 * what its matchings ask, values by a search for what brings each comparison to its limit. The same for the same alert, everywhere.
 */
export const derive = (asked: Asked): Derivation => {
  try {
    return searched(asked);
  } catch (error) {
    if (error instanceof Unsupported) return { kind: 'not judged', blame: error.part, why: error.message };
    throw error;
  }
};

const mayMiss = (expr: Expr): boolean =>
  [...walk(expr)].some(
    (each) =>
      (each.type === 'call' && each.function.startsWith('absent')) ||
      (each.type === 'binary' && isSetOperator(each.operator) && each.operator !== 'and'),
  );

const searched = (asked: Asked): Proven | Underived => {
  const { expr } = asked;
  const solved = solvedLabels(expr);
  const constants = constantsOf(expr);
  const frame = frameOf(asked, expr, solved.leaves);
  const windows = windowsOf(expr);
  const samples = Math.min(...windows, 300) / frame.scrape;
  const numbers = numbersOf(constants, windows, samples);
  const budget: Budget = { left: samplesInAll };
  let why = 'no values were found under which it fires';
  for (const anything of [false, true])
    for (const spread of spreadsOf(expr, solved, constants)) {
      const stage = stageOf(solved.leaves, edgesOf(constants), spread);
      const subject: Subject = {
        asked,
        expr,
        frame,
        stage,
        numbers,
        anything,
        mayMiss: mayMiss(expr),
        lead: 0,
      };
      for (const puzzle of [steadyPuzzle(subject), jumpPuzzle(subject)]) {
        if (budget.left <= 0) return { kind: 'not found', why };
        const outcome = solvedBy(subject, puzzle, budget);
        if (typeof outcome !== 'string') return outcome;
        if (outcome !== '') why = outcome;
      }
    }
  return { kind: 'not found', why };
};

/** What one way to lay out series comes to; a text where it is why nothing came of a fault that was found. */
const solvedBy = (subject: Subject, puzzle: Puzzle, budget: Budget): Proven | string => {
  const random = seeded(7);
  const own: Budget = { left: Math.min(budget.left, samplesOfOne) };
  const given = own.left;
  try {
    const fault = climbed(puzzle, own, random);
    if (!fault) return '';
    const border = nearest(puzzle, plain(puzzle, fault), own, random);
    if (!border) return 'it fires, but no course was found under which it stays quiet';
    return provenOf(subject, border) ?? 'what was found does not hold evaluation by evaluation';
  } finally {
    budget.left -= given - own.left;
  }
};
