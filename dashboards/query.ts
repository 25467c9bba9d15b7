import { keyed } from '../ground/keyed.js';
import type { Expr } from '../promql/expr/ast.js';
import type { Unit } from '../promql/unit/unit.js';
import type { Vector } from '../promql/vector/vector.js';

/** What a series is called, made of the labels that the signal still has: `({ endpoint }) => endpoint`. */
export type Legend<L extends string> = string | ((labels: Readonly<Record<L, string>>) => string);

/** One query of a panel, of the unit `U`. */
export interface Query<out U extends Unit = Unit> {
  readonly expr: Expr;
  readonly unit: U;
  /** Grafana's legend format; the panel's title for a signal of one series without labels. */
  readonly legend?: string;
  /** Drawn dashed and unfilled: what the other queries are held against, such as a container's limit. */
  readonly dashed: boolean;
}

/** The signal's labels, one after the other, unless a legend says better. */
const legendOf = <L extends string>(
  labels: readonly L[],
  legend: Legend<L> | undefined,
): string | undefined => {
  if (typeof legend === 'string') return legend;
  const reference = (label: L): string => `{{${label}}}`;
  if (legend) return legend(keyed(labels, reference));
  return labels.length > 0 ? labels.map(reference).join(' ') : undefined;
};

/** A signal as a panel asks for it; without a legend its series are called by their labels. */
export const query = <L extends string, U extends Unit>(
  signal: Vector<L, U>,
  legend?: Legend<L>,
  { dashed = false }: { readonly dashed?: boolean } = {},
): Query<U> => {
  const name = legendOf(signal.labels, legend);
  return { expr: signal.expr, unit: signal.unit, dashed, ...(name === undefined ? {} : { legend: name }) };
};

/** One signal with its legend, or several queries of one unit. */
export type Signals<L extends string, U extends Unit> =
  | { readonly signal: Vector<L, U>; readonly legend?: Legend<L>; readonly queries?: never }
  | {
      readonly signal?: never;
      readonly legend?: never;
      readonly queries: readonly [Query<U>, ...(readonly Query<NoInfer<U>>[])];
    };

export const queriesOf = <L extends string, U extends Unit>(
  shown: Signals<L, U>,
): readonly [Query<U>, ...Query<U>[]] =>
  shown.queries ? [...shown.queries] : [query(shown.signal, shown.legend)];

/** The name of a panel's nth query: A to Z, then AA. */
export const refId = (index: number): string =>
  (index < 26 ? '' : refId(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
