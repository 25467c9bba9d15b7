import { type Expr, isSetOperator, walk } from '#promql/expr/ast.js';
import type { Asked } from '#derive/derivation.js';
import type { Labelled, Solved } from '#derive/labels/solve.js';
import { rangeOf } from '#derive/course/range.js';
import { constantsOf, relatedTo, windowsOf } from './constants.js';
import { edgesOf } from './edges.js';
import { type Frame, steadyAfter } from './frame.js';
import { leadsOf } from './leads.js';
import { numbersOf } from './options.js';
import type { Puzzle } from './puzzle.js';
import { type Subject, jumpAfter, jumpPuzzle, steadyPuzzle } from './puzzles.js';
import { spreadsOf } from './spreads.js';
import { stageOf } from './stage.js';

/** One way to look for a fault: series that are laid out, and how it comes about. */
export interface Plan {
  readonly subject: Subject;
  readonly puzzle: Puzzle;
  /** Seconds after the fault's beginning at which the alert is to fire. */
  readonly after: (frame: Frame) => number;
}

/** Whether series may be missing to make it fire. */
const mayMiss = (expr: Expr): boolean =>
  [...walk(expr)].some(
    (each) =>
      (each.type === 'call' && each.function.startsWith('absent')) ||
      (each.type === 'aggregation' && each.operator === 'count') ||
      (each.type === 'binary' && isSetOperator(each.operator) && each.operator !== 'and'),
  );

/** Whether the same is read of different times, so that a change is seen. */
const comparesTimes = (leaves: readonly Labelled[]): boolean =>
  leaves.some(({ uses }) => uses.includes('offset')) ||
  new Set(leaves.map(({ windows }) => Math.max(0, ...windows))).size > 1;

/** Whether any of the metrics takes only some values in life. */
const isBounded = (leaves: readonly Labelled[]): boolean =>
  leaves.some(({ name }) => rangeOf(name).greatest < Infinity || rangeOf(name).least > -Infinity);

/** The ways to look for a fault of an alert, what is plainest and likeliest first. */
export const plansOf = (asked: Asked, solved: Solved, frame: Frame): (() => Generator<Plan>) => {
  const { expr } = asked;
  const { leaves } = solved;
  const constants = constantsOf(expr);
  const windows = windowsOf(expr);
  const numbers = numbersOf(constants, windows, Math.min(...windows, 300) / frame.scrape);
  const edges = edgesOf(constants);
  const leads = leadsOf(expr, relatedTo(constants), asked.for);
  const common = { asked, expr, frame, leaves, numbers, mayMiss: mayMiss(expr) };
  return function* plans(): Generator<Plan> {
    for (const anything of isBounded(leaves) ? [false, true] : [true])
      for (const spread of spreadsOf(expr, solved, constants)) {
        const stage = stageOf(leaves, edges, spread);
        for (const lead of leads) {
          const subject: Subject = { ...common, stage, anything, lead };
          yield { subject, puzzle: steadyPuzzle(subject), after: (seen) => steadyAfter(seen, asked) };
        }
        if (!comparesTimes(leaves)) continue;
        const subject: Subject = { ...common, stage, anything, lead: 0 };
        for (const atOnce of [false, true])
          yield {
            subject,
            puzzle: jumpPuzzle(subject, atOnce),
            after: (seen) => jumpAfter(seen, asked, atOnce),
          };
      }
  };
};
