import { type Reason, reasons, refuse } from '#ground/fault.js';
import { oneOf } from '#ground/shape.js';
import type { Expr } from '#promql/expr/ast.js';
import { defects } from '#promql/expr/defect.js';
import { labelsOf, offeredLabels } from '#promql/expr/labels.js';
import { PromqlError, parse } from '#promql/expr/parse.js';
import { percentFault } from '#promql/expr/percent.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';
import { anyOf } from '#promql/metric/any.js';
import { units } from '#promql/unit/in-unit.js';
import type { Unit } from '#promql/unit/unit.js';
import { experimentalFaults } from '#promql/expr/needs.js';
import { typeFaults } from '#promql/expr/types.js';
import { neverHeld } from '#promql/expr/never-held.js';
import { labelFaults } from './raw-fault.js';
import { Vector, typedVector } from './vector.js';

/** What raw PromQL is said to be of: its labels and its unit. */
export interface Declared<L extends string, U extends Unit> {
  /**
   * The labels by which the result's series are told apart; `scraped` where nothing aggregates them, so that each series is one of its
   * own, with whatever labels it has.
   */
  readonly labels: readonly L[] | 'scraped';
  /** The unit of the result: nothing checks it, the reviewer must. */
  readonly unit: U;
  /** Where the metrics in the text are declared. */
  readonly metrics: readonly MetricCatalog[];
}

/**
 * PromQL written as text, for what the typed functions cannot say: a way out that is seen in review. It is parsed with
 * Prometheus's grammar; its types, its metrics, their labels and the labels of the result are checked.
 *
 * @throws PromqlError with every fault.
 */
export const rawPromql = <const L extends string, U extends Unit>(
  text: string,
  { labels, unit, metrics }: Declared<L, U>,
): Vector<L, U> => {
  refuse('rawPromql', oneOf(units)('unit', unit));
  const known = stored(metrics);
  const any = anyOf([...known.values()]);
  const expr = parse(text.trim(), (name) => (name === '' ? any : known.get(name)));
  const types = [...typeFaults(expr), ...experimentalFaults(expr)];
  // What is of another type has other labels and bounds than it would have.
  if (types.length > 0) throw new PromqlError(text.trim(), types);
  const faults = [
    ...labelFaults(expr),
    ...defects(expr),
    ...neverHeld(expr),
    ...wrongResult(expr, labels),
    ...reasons('percent-as-ratio', [percentFault(expr, unit) ?? []].flat()),
  ];
  if (faults.length > 0) throw new PromqlError(text.trim(), faults);
  return labels === 'scraped'
    ? typedVector({ expr, labels: [...offeredLabels(expr)], unit })
    : new Vector(expr, labels, unit);
};

const wrongResult = (expr: Expr, declared: readonly string[] | 'scraped'): readonly Reason[] => {
  const labels = labelsOf(expr);
  if (declared === 'scraped')
    return labels === 'scraped'
      ? []
      : reasons('other-labels', [
          `its series are aggregated: they carry the labels (${[...labels].sort().join(', ')}), not those as scraped`,
        ]);
  if (labels === 'scraped')
    return reasons('not-aggregated', [
      "its series are as scraped; aggregate them by the labels declared, or say labels: 'scraped'",
    ]);
  const [actual, wanted] = [[...labels].sort().join(', '), [...declared].sort().join(', ')];
  return actual === wanted
    ? []
    : reasons('other-labels', [
        `its series carry the labels (${actual}), not (${wanted}) as declared; declare labels: [${[...labels].map((l) => `'${l}'`).join(', ')}]`,
      ]);
};
