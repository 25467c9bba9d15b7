import { type Expr, walk } from '#promql/expr/ast.js';
import { type Shape, amountOf, missing, resized } from '#derive/course/shape.js';
import { type Subject, steadyPuzzle } from './puzzles.js';
import type { Border, Shapes } from './puzzle.js';
import { type Spread, stageOf } from './stage.js';
import { swapped, takesTogether } from './swapped.js';
import { tellingLabel } from './telling.js';

/** A shape in two series: as it is in both, a part of it in each, or in one while all is well in the other. */
type Recipe = (shape: Shape, well: Shape) => readonly [Shape, Shape];

const both: Recipe = (shape) => [shape, shape];
const split: Recipe = (shape) => {
  const amount = amountOf(shape) ?? 0;
  const more = Number.isInteger(amount) ? Math.ceil(amount * 0.55) : Number((amount * 0.55).toPrecision(4));
  return [resized(shape, more), resized(shape, Number((amount - more).toPrecision(8)))];
};
const one: Recipe = (shape, well) => [shape, well];

/** For the fault, and for the quiet course. */
const recipes: readonly (readonly [Recipe, Recipe])[] = [
  [split, split],
  [one, both],
  [one, one],
  [both, both],
];

const same = (
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
  but: string,
): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (label) => label === but || one[label] === other[label],
  );

/**
 * The same fault and quiet course of two series for each, where many are taken together: so that it is seen whether their sum is asked for
 * or the greatest of them. Of the ways to share it out that which tells most operators apart; nothing where none tells more than one series.
 */
export const doubled = (
  subject: Subject,
  border: Border,
): { readonly subject: Subject; readonly border: Border } | undefined => {
  const { expr, stage, leaves } = subject;
  const changes = swapped(expr);
  const isPlain =
    stage.units.every(({ edges }) => !edges) &&
    stage.units.length <= 4 &&
    border.fault.length === stage.units.length;
  if (changes.length === 0 || !isPlain || border.isVacuous || ![...walk(expr)].some(takesTogether))
    return undefined;
  const spread: Spread = { label: tellingLabel(expr), copies: 2, isApart: true };
  const larger: Subject = { ...subject, stage: stageOf(leaves, [], spread) };
  const origins = larger.stage.units.map(({ name, labels }) =>
    stage.units.findIndex((unit) => unit.name === name && same(unit.labels, labels, spread.label)),
  );
  if (origins.includes(-1) || origins.length !== 2 * stage.units.length) return undefined;
  const laidOut = (shapes: Shapes, recipe: Recipe): Shapes =>
    origins.map((origin, i) => {
      const shape = shapes[origin] ?? missing;
      const well = border.well?.[origin] ?? border.quiet[origin] ?? shape;
      return recipe(shape, well)[origins.indexOf(origin) === i ? 0 : 1];
    });
  const puzzle = steadyPuzzle(larger);
  const others = changes.map((change: Expr) => steadyPuzzle({ ...larger, expr: change }));
  const ranked = recipes
    .map(([hot, cold]) => ({ cold, fault: laidOut(border.fault, hot), quiet: laidOut(border.quiet, cold) }))
    .filter(({ fault, quiet }) => puzzle.fires(fault) && puzzle.isQuiet(quiet))
    .map((courses) => ({
      courses,
      told: others.filter(({ fires, isQuiet }) => !fires(courses.fault) || !isQuiet(courses.quiet)).length,
    }))
    .sort((a, b) => b.told - a.told);
  const [best] = ranked;
  if (!best || best.told === 0) return undefined;
  const { cold, ...courses } = best.courses;
  // Shared out as the quiet course is, so that it is as far from the limit as it was.
  const well = border.well && laidOut(border.well, cold);
  return {
    subject: larger,
    border: {
      ...courses,
      ...(well && puzzle.isQuiet(well) && { well }),
      others: border.others.map((shapes) => laidOut(shapes, cold)).filter(puzzle.isQuiet),
      isVacuous: false,
    },
  };
};
