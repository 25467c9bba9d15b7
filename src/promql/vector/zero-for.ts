import { refusal } from '#ground/fault.js';
import { call, number } from '#promql/expr/ast.js';
import type { Unit } from '#promql/unit/unit.js';
import { withLabel } from './label-replace.js';
import { or } from './set.js';
import { Vector } from './vector.js';

/**
 * The vector, or 0 for each of these values of its one label that no series has: what is gone counts as none, and is
 * still called by its name. `absent` would not do: it is 1 when something is gone, and has no value to compare.
 *
 * @throws Error on a vector of several labels, whose zeros could not be told apart by one.
 */
export const orZeroFor = <L extends string, U extends Unit>(
  vector: Vector<L, U>,
  values: readonly string[],
): Vector<L, U> => {
  const [label, ...others] = vector.labels;
  if (label === undefined || others.length > 0) {
    throw refusal(String(vector), {
      what: '',
      code: 'other-labels',
      why: `it has the labels (${vector.labels.join(', ') || 'none'})`,
      cure: 'aggregate it by the one of which the values are given',
    });
  }
  const zero = new Vector<never, U>(call('vector', number(0)), [], vector.unit);
  return values.reduce((either, value) => or(either, withLabel(zero, label, value)), vector);
};
