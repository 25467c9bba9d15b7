import { refusal } from '#ground/fault.js';
import { call } from '#promql/expr/ast.js';
import { type Offset, offsetSeconds } from '#promql/expr/when.js';
import { type Total, total } from '#promql/unit/arithmetic.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Unit } from '#promql/unit/unit.js';
import { type AnyVector, type Vector, typedVector } from './vector.js';

/**
 * The values that a vector had in the window, one each step, added up: `sum_over_time(vector[window:step])`. Steps lie on
 * whole multiples of the step, so the sum changes once a step.
 *
 * @param offset how long ago the window ends; now, unless given.
 * @throws Error on a window that is no multiple of the step.
 */
export const sumOverSubquery: <L extends string, U extends Unit>(
  vector: Vector<L, U>,
  window: Duration,
  step: Duration,
  offset?: Offset,
) => Vector<L, Total<U>> = <L extends string, U extends Unit>(
  { expr, labels, unit }: AnyVector,
  window: Duration,
  step: Duration,
  offset?: Offset,
): Vector<L, U> => {
  if (inSeconds(window) % inSeconds(step) !== 0)
    throw refusal(`[${window}:${step}]`, {
      what: '',
      code: 'uneven-steps',
      why: 'the window is no multiple of the step',
      cure: 'write one that is',
    });
  if (offset !== undefined) offsetSeconds(offset);
  const values = {
    type: 'subquery',
    expr,
    window,
    step,
    ...(offset !== undefined && { offset }),
  } as const;
  return typedVector({ expr: call('sum_over_time', values), labels, unit: total(unit) });
};
