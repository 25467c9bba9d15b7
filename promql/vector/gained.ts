import type { Expr } from '../expr/ast.js';
import type { LabelValues } from '../metric/match.js';
import type { Metric } from '../metric/metric.js';
import type { Duration } from '../../ground/duration.js';
import type { Unit } from '../unit/unit.js';
import { increase, selector } from './select.js';
import { Samples } from './vector.js';

/**
 * Increase over the window, the first increment of a new series included: `counter unless counter offset 5m or
 * increase(counter[5m])`. A labelled counter is not exported before it is first incremented, so it begins at 1, and
 * `increase` alone sees nothing: it has no sample before.
 *
 * A series that Prometheus did not know a window ago counts from 0, so what an old process had counted is told again
 * when it is scraped for the first time, or for the first time after more than a window.
 */
export const gained = <V extends LabelValues, U extends Unit>(
  counter: Metric<'counter', V, U>,
  window: Duration,
): Samples<keyof V & string, U> => {
  const born: Expr = {
    type: 'binary',
    operator: 'unless',
    left: selector(counter),
    right: selector(counter.offset(window)),
  };
  const grown = increase(counter, window);
  return new Samples({ type: 'binary', operator: 'or', left: born, right: grown.expr }, grown.unit);
};
