import { type Binary, isComparison, isSetOperator } from '#promql/expr/ast.js';
import { nameless } from './labels.js';
import { readMatched } from './matched.js';
import { arithmetic, comparison } from './operators.js';
import { type Reading, type ScalarReading, type VectorReading, distinct } from './reading.js';
import { readSets } from './sets.js';
import { Unsupported } from './unsupported.js';
import type { Sample } from './world.js';

/**
 * What an operator makes of two values: nothing where a comparison does not hold.
 *
 * @param kept Which of the two a comparison keeps that holds.
 */
export type Operation = (left: number, right: number, kept: number) => number | undefined;

const operationOf = ({ operator, bool }: Binary): Operation => {
  if (isSetOperator(operator)) return () => undefined;
  if (!isComparison(operator)) return arithmetic[operator];
  const holds = comparison[operator];
  return bool
    ? (left, right) => (holds(left, right) ? 1 : 0)
    : (left, right, kept) => (holds(left, right) ? kept : undefined);
};

/** Whether the result is no more of the metric that was read. */
const isNameless = ({ operator, bool }: Binary): boolean => bool === true || !isComparison(operator);

/** An operator between a number and series, whichever of them stands left. */
const withNumber = (
  expr: Binary,
  series: VectorReading,
  number: ScalarReading,
  apply: (value: number, beside: number) => number | undefined,
): VectorReading => {
  const drops = isNameless(expr);
  return {
    type: 'vector',
    read: (scene, at) => {
      const beside = number.read(scene, at);
      const samples: Sample[] = [];
      for (const { labels, value } of series.read(scene, at)) {
        const made = apply(value, beside);
        if (made !== undefined) samples.push({ labels: drops ? nameless(labels) : labels, value: made });
      }
      return drops ? distinct(samples) : samples;
    },
  };
};

/** An operator between two sides, made ready to be read. */
export const readBinary = (expr: Binary, left: Reading, right: Reading): Reading => {
  const operation = operationOf(expr);
  if (left.type === 'vector' && right.type === 'vector')
    return isSetOperator(expr.operator)
      ? readSets(expr.operator, expr, left, right)
      : readMatched(expr, { left, right, operation, isNameless: isNameless(expr) });
  if (left.type === 'vector' && right.type === 'scalar')
    return withNumber(expr, left, right, (value, beside) => operation(value, beside, value));
  if (left.type === 'scalar' && right.type === 'vector')
    return withNumber(expr, right, left, (value, beside) => operation(beside, value, value));
  if (left.type === 'scalar' && right.type === 'scalar') {
    const reckon = (a: number, b: number): number => operation(a, b, a) ?? NaN;
    return { type: 'scalar', read: (scene, at) => reckon(left.read(scene, at), right.read(scene, at)) };
  }
  throw new Unsupported(expr, 'is of what has no operators');
};
