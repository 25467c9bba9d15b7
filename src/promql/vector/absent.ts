import { refusal } from '#ground/fault.js';
import { type Expr, call } from '#promql/expr/ast.js';
import { fixedLabels } from '#promql/expr/labels.js';
import type { LabelValues } from '#promql/metric/match.js';
import { insteadOfStored, readOf } from '#promql/metric/kind.js';
import type { Metric } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import type { By } from './aggregate.js';
import { range, selector } from './select.js';
import { Vector } from './vector.js';

type LabelsOf<V extends LabelValues> = keyof V & string;

/**
 * 1 when no series of the metric is there. It carries the labels that the metric's matchers fix with `=`, which
 * `by` names so that the compiler knows them.
 *
 * @throws Error when those are others than `by` says.
 */
export const absent = <V extends LabelValues, const B extends LabelsOf<V> = never>(
  metric: Metric<'counter' | 'gauge', V>,
  { by }: By<B> = { by: [] },
): Vector<NoInfer<B>, 'boolean'> => {
  readOf('absent', ['counter', 'gauge'], metric, insteadOfStored);
  return nothing('absent', selector(metric), by);
};

/** 1 when no series of the metric had a sample within the window, with the labels that `absent` has. */
export const absentOverTime = <V extends LabelValues, const B extends LabelsOf<V> = never>(
  metric: Metric<'counter' | 'gauge', V>,
  window: Window,
  { by }: By<B> = { by: [] },
): Vector<NoInfer<B>, 'boolean'> => {
  readOf('absent_over_time', ['counter', 'gauge'], metric, insteadOfStored);
  return nothing('absent_over_time', range(metric, window), by);
};

const nothing = <B extends string>(name: string, of: Expr, by: readonly B[]): Vector<B, 'boolean'> => {
  const vector = new Vector(call(name, of), by, 'boolean');
  const fixed = fixedLabels(of);
  if ([...fixed].sort().join() !== [...by].sort().join()) {
    throw refusal(String(vector), {
      what: by.join(', '),
      code: 'other-labels',
      why: `it carries the labels that its matchers fix with '=' (${fixed.join(', ') || 'none'}), not (${by.join(', ') || 'none'})`,
      cure: `write { by: [${fixed.map((label) => `'${label}'`).join(', ')}] }`,
    });
  }
  return vector;
};
