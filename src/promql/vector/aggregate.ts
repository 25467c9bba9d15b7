import { twice } from '#ground/repeated.js';
import { type Fault, refusal, refuse } from '#ground/fault.js';
import { type Expr, type Grouping, number } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { offeredLabels } from '#promql/expr/labels.js';
import { type Mean, type Total, mean, total } from '#promql/unit/arithmetic.js';
import type { Unit } from '#promql/unit/unit.js';
import { Samples, Vector, typedVector } from './vector.js';

/**
 * The labels that an aggregation keeps; without one it makes a single series without labels. A label that the series do not
 * have, or that is named twice, is refused when the aggregation is made, where the compiler did not know it.
 */
export interface By<B extends string> {
  readonly by: readonly B[];
}
/** A single series without labels. */
export const noLabels: By<never> = { by: [] };

/** What is aggregated; nothing of what is no series at all. */
interface AnySeries {
  readonly expr: Expr | undefined;
}

/** Why an expression cannot be told apart by labels, where types were put aside. */
const byFaults = (expr: Expr, by: readonly string[]): readonly Fault[] => {
  if (!Array.isArray(by))
    return [
      {
        where: '',
        what: String(by),
        code: 'wrong-type',
        why: `by is '${String(by)}'`,
        cure: `write a list: by: ['${String(by)}']`,
      },
    ];
  if (by.length === 0) return [];
  const offered = offeredLabels(expr);
  return [
    ...twice(by).map((label) => ({
      where: '',
      what: label,
      code: 'label-twice' as const,
      why: `${label} is named twice`,
      cure: 'name it once',
    })),
    ...by
      .filter((label) => !offered.has(label))
      .map((label) => ({
        where: '',
        what: label,
        code: 'no-such-label' as const,
        why: `there is no label ${label}`,
        cure: `there are ${[...offered].sort().join(', ') || 'none'}`,
      })),
  ];
};

/** How an aggregation of an expression groups, which has these labels. */
export const grouping = ({ expr }: AnySeries, by: readonly string[]): { grouping?: Grouping } => {
  if (expr === undefined)
    throw refusal('by', {
      what: '',
      code: 'not-aggregated',
      why: 'it aggregates no series',
      cure: "write value(…) of a gauge, or rate(…, '5m') of a counter",
    });
  const faults = byFaults(expr, by);
  if (faults.length > 0) refuse(`by (${[by].flat().join(', ')}) of ${inline(expr)}`, faults);
  return by.length > 0 ? { grouping: { type: 'by', labels: by } } : {};
};

const aggregate =
  (operator: string, unitOf: (unit: Unit) => Unit = (unit) => unit) =>
  <L extends string, U extends Unit, B extends L = never>(
    series: Samples<L> | Vector<L>,
    { by }: By<B> = noLabels,
  ): Vector<B, U> =>
    typedVector({
      expr: { type: 'aggregation', operator, expr: series.expr, ...grouping(series, by) },
      labels: by,
      unit: unitOf(series.unit),
    });

// NoInfer: what is aggregated and `by` say which labels are left, not what the result is used for.

/** All values added up; of what is 0 or 1, how many are 1. */
export const sum: <L extends string, U extends Unit, const B extends L = never>(
  series: Samples<L, U> | Vector<L, U>,
  by?: By<B>,
) => Vector<NoInfer<B>, Total<U>> = aggregate('sum', total);

/** The mean of the values; of what is 0 or 1, the share that is 1. */
export const avg: <L extends string, U extends Unit, const B extends L = never>(
  series: Samples<L, U> | Vector<L, U>,
  by?: By<B>,
) => Vector<NoInfer<B>, Mean<U>> = aggregate('avg', mean);

type Extreme = <L extends string, U extends Unit, const B extends L = never>(
  series: Samples<L, U> | Vector<L, U>,
  by?: By<B>,
) => Vector<NoInfer<B>, U>;
/** The greatest value. */
export const max: Extreme = aggregate('max');
/** The least value. */
export const min: Extreme = aggregate('min');

/** How many series there are; no series at all where there are none. */
export const count = <L extends string, const B extends L = never>(
  series: Samples<L> | Vector<L>,
  { by }: By<B> = noLabels,
): Vector<NoInfer<B>, 'count'> =>
  new Vector(
    { type: 'aggregation', operator: 'count', expr: series.expr, ...grouping(series, by) },
    by,
    'count',
  );

interface Ranking {
  <L extends string, U extends Unit, const B extends L = never>(
    k: number,
    vector: Vector<L, U>,
    by?: By<B>,
  ): Vector<L, U>;
  <L extends string, U extends Unit, const B extends L = never>(
    k: number,
    samples: Samples<L, U>,
    by?: By<B>,
  ): Samples<L, U>;
}

const ranking = (operator: 'topk' | 'bottomk'): Ranking => {
  function ranked<L extends string, U extends Unit>(
    k: number,
    series: Vector<L, U>,
    by?: By<L>,
  ): Vector<L, U>;
  function ranked<L extends string, U extends Unit>(
    k: number,
    series: Samples<L, U>,
    by?: By<L>,
  ): Samples<L, U>;
  function ranked<L extends string, U extends Unit>(
    k: number,
    series: Samples<L, U> | Vector<L, U>,
    { by }: By<L> = noLabels,
  ): Samples<L, U> | Vector<L, U> {
    if (!(Number.isInteger(k) && k > 0))
      throw refusal(`${operator}(${k}, …)`, {
        what: `${k}`,
        code: 'no-whole-number',
        why: 'how many series must be a whole number over 0',
        cure: 'write e.g. 5',
      });
    const expr: Expr = {
      type: 'aggregation',
      operator,
      parameter: number(k),
      expr: series.expr,
      ...grouping(series, by),
    };
    return series instanceof Vector
      ? new Vector(expr, series.labels, series.unit)
      : new Samples(expr, series.unit);
  }
  return ranked;
};

/** The `k` greatest series, of each group where `by` says which. They keep all their labels. */
export const topk: Ranking = ranking('topk');
/** The `k` least series, of each group where `by` says which. They keep all their labels. */
export const bottomk: Ranking = ranking('bottomk');
