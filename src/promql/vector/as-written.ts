import { PromqlError, parse } from '#promql/expr/parse.js';
import { offeredLabels } from '#promql/expr/labels.js';
import { typeFaults } from '#promql/expr/types.js';
import { anyOf } from '#promql/metric/any.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';
import type { Unit } from '#promql/unit/unit.js';
import { type Vector, typedVector } from './vector.js';

/** Of what PromQL as it was written elsewhere is. */
export interface WrittenElsewhere<U extends Unit> {
  /** Where the metrics in the text are declared. */
  readonly metrics: readonly MetricCatalog[];
  /** The unit of its values, in which its limit is then written; a plain number unless said. */
  readonly unit?: U;
}

/**
 * PromQL as it was written elsewhere, for `imported`: whatever Prometheus evaluates is taken, series as scraped too, and what is doubtful
 * in it is told as a hint of its alert. What one writes oneself says `rawPromql`, which refuses that.
 *
 * @throws PromqlError on a text that Prometheus does not evaluate, and on metrics that are not declared.
 */
export const asWritten = <U extends Unit = 'count'>(
  text: string,
  { metrics, unit }: WrittenElsewhere<U>,
): Vector<string, U> => {
  const known = stored(metrics);
  const any = anyOf([...known.values()]);
  const expr = parse(text.trim(), (name) => (name === '' ? any : known.get(name)));
  const types = typeFaults(expr);
  if (types.length > 0) throw new PromqlError(text.trim(), types);
  return typedVector({ expr, labels: [...offeredLabels(expr)], unit: unit ?? 'count' });
};
