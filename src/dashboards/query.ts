import { type Fault, refusal, refuse } from '#ground/fault.js';
import { fields, oneOf, text, truth } from '#ground/shape.js';
import { keyed } from '#ground/keyed.js';
import type { Expr } from '#promql/expr/ast.js';
import type { OwnOptions } from './model.js';
import { inline } from '#promql/expr/inline.js';
import type { Refused } from '#promql/refused.js';
import type { OfOneUnit } from '#promql/unit/in-unit.js';
import type { Unit } from '#promql/unit/unit.js';
import { ofVector } from '#promql/vector/operation.js';
import type { Vector } from '#promql/vector/vector.js';

/** The labels that a text names as Grafana does: `{{endpoint}}`. */
type Named<T extends string> = T extends `${string}{{${infer Label}}}${infer Rest}`
  ? Trimmed<Label> | Named<Rest>
  : never;
type Trimmed<T extends string> = T extends ` ${infer Rest}` | `${infer Rest} ` ? Trimmed<Rest> : T;

/** A legend as text, which names no label that the signal does not have. */
type LegendText<T extends string, L extends string> = [Exclude<Named<T>, L>] extends [never]
  ? T
  : T &
      Refused<`the signal has no label ${Exclude<Named<T>, L>}: write a function of its labels, ({ … }) => …`>;

/** What a series is called, made of the labels that the signal still has: `({ endpoint }) => endpoint`. */
type LegendOf<L extends string> = (labels: Readonly<Record<L, string>>) => string;

/**
 * Colours by which series mean something, as people call them: what failed is red and what succeeded green, whatever the palette would
 * give; what only stands for comparison is grey.
 */
export const seriesColors = ['green', 'yellow', 'orange', 'red', 'purple', 'blue', 'grey'] as const;
export type SeriesColor = (typeof seriesColors)[number];

/** One query of a panel, of the unit `U`. */
export interface Query<out U extends Unit = Unit> {
  readonly expr: Expr;
  readonly unit: U;
  /** Grafana's legend format; the panel's title for a signal of one series without labels. */
  readonly legend?: string;
  /** Drawn dashed and unfilled: what the other queries are held against, such as a container's limit. */
  readonly dashed: boolean;
  /** In which its series are drawn over time; Grafana chooses, unless given. */
  readonly color?: SeriesColor;
  /** What Grafana's JSON says of one that was written as text. Then `expr` is this text, which nothing looks into. */
  readonly target?: OwnOptions;
}

const legendShape = fields(
  {},
  {
    legend: (where, value) => (typeof value === 'function' ? [] : text(where, value)),
    dashed: truth,
    color: oneOf(seriesColors),
  },
);

/** The signal's labels, one after the other, unless a legend says better. */
const legendOf = <L extends string>(
  labels: readonly L[],
  legend: string | LegendOf<L> | undefined,
): string | undefined => {
  const reference = (label: L): string => `{{${label}}}`;
  if (legend !== undefined) return typeof legend === 'string' ? legend : legend(keyed(labels, reference));
  return labels.length > 0 ? labels.map(reference).join(' ') : undefined;
};

/** The labels that a legend names and the signal does not have: Grafana would show them as they are written. */
const legendFault = (labels: readonly string[], legend: string): string | undefined => {
  const gone = [...legend.matchAll(/\{\{\s*(.*?)\s*\}\}/g)]
    .map(([, label = '']) => label)
    .filter((label) => !labels.includes(label));
  return gone.length === 0
    ? undefined
    : `legend '${legend}': the signal has no label ${gone.join(', ')}; it has ${labels.join(', ') || 'none'}`;
};

/**
 * A signal as a panel asks for it; without a legend its series are called by their labels.
 *
 * @throws Error on a legend that names a label which the signal does not have.
 */
export const query = <L extends string, U extends Unit, const T extends string = string>(
  signal: Vector<L, U> & OfOneUnit<U>,
  legend?: LegendText<T, L> | LegendOf<L>,
  { dashed = false, color }: { readonly dashed?: boolean; readonly color?: SeriesColor } = {},
): Query<U> => {
  refuse('query', legendShape('', { legend, dashed, color }));
  ofVector('query', signal);
  const name = legendOf(signal.labels, legend);
  const fault = name === undefined ? undefined : legendFault(signal.labels, name);
  if (fault !== undefined)
    throw refusal(inline(signal.expr), { what: '', code: 'no-such-label', why: fault, cure: '' });
  return {
    expr: signal.expr,
    unit: signal.unit,
    dashed,
    ...(color && { color }),
    ...(name !== undefined && { legend: name }),
  };
};

/** One signal with its legend, or several queries of one unit. */
export type Signals<L extends string, U extends Unit, T extends string = string> =
  | {
      readonly signal: Vector<L, U> & OfOneUnit<U>;
      readonly legend?: LegendText<T, L> | LegendOf<L>;
      readonly queries?: never;
    }
  | {
      readonly signal?: never;
      readonly legend?: never;
      readonly queries: readonly [Query<U> & OfOneUnit<U>, ...(readonly Query<NoInfer<U>>[])];
    };

export const queriesOf = <L extends string, U extends Unit, T extends string>(
  shown: Signals<L, U, T>,
): readonly [Query<U>, ...Query<U>[]] => {
  if (!shown.queries) return [query(shown.signal, shown.legend)];
  refuse('queries', mixedFaults(shown.queries));
  return [...shown.queries];
};

/** Queries of several units on one axis. */
export const mixedFaults = (queries: readonly Query[]): readonly Fault[] => {
  const [first, ...others] = queries;
  return others.flatMap(({ expr, unit }) =>
    unit === first?.unit
      ? []
      : [
          {
            where: '',
            what: inline(expr),
            code: 'units-do-not-mix',
            why: `${inline(expr)} is in ${unit}, and the first query is in ${first?.unit}`,
            cure: 'put it on an axis of its own: right: [query(…)]',
          },
        ],
  );
};

/** The name of a panel's nth query: A to Z, then AA. */
export const refId = (index: number): string =>
  (index < 26 ? '' : refId(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
