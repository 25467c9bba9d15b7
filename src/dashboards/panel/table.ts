import { refuse } from '#ground/fault.js';
import { tableFaults } from '#dashboards/check/table.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Variable } from '#promql/metric/match.js';
import type { Vector } from '#promql/vector/vector.js';
import { type Mapped, mappings } from '#dashboards/mapping.js';
import type { OverrideModel, TransformationModel } from '#dashboards/model.js';
import { query, refId } from '#dashboards/query.js';
import { type DisplayUnit, displayUnit } from '#dashboards/unit.js';
import { type Panel, type PanelSpec, panel } from './panel.js';

export interface TableSpec<C extends string> extends PanelSpec {
  /** The labels that are shown, in this order, with the heading of each; the signals' other labels are hidden. */
  readonly columns: Readonly<Record<C, string>>;
  /** How single values of a label are shown: `{ phase: { Running: { color: 'green' } } }`. */
  readonly values?: { readonly [K in NoInfer<C>]?: Mapped };
  /** The variable of the dashboard that a click on a value of the label sets, so that all else is of this value: `{ path }`. */
  readonly chooses?: { readonly [K in NoInfer<C>]?: Variable };
  /** The label by which rows are ordered, ascending. */
  readonly sortBy?: NoInfer<C>;
}

/** Columns of numbers, one for each signal, by their headings; `S` holds the signals' units. */
interface Numbers<L extends string, S extends Readonly<Record<string, Unit>>> {
  readonly rows?: never;
  readonly numbers: { readonly [H in keyof S]: Vector<L, S[H]> };
  /** How numbers are shown, where the usual way of their unit will not do. */
  readonly units?: { readonly [H in keyof S]?: DisplayUnit<NoInfer<S[H]>> };
  /** Digits after the point; Grafana chooses, unless given. An increase is extrapolated, so of things that are whole give 0. */
  readonly decimals?: number;
  /** The heading of the number by which rows are ordered, the greatest first. */
  readonly greatestFirst?: NoInfer<keyof S & string>;
}

/** Rows that are there or not, their value saying nothing more; or numbers. */
type Rows<L extends string, S extends Readonly<Record<string, Unit>>> =
  | ({ readonly rows: Vector<L> } & { readonly [K in keyof Omit<Numbers<L, S>, 'rows'>]?: never })
  | Numbers<L, S>;

/** What is now: a row for each set of labels. */
export const table = <L extends string, const C extends L, S extends Readonly<Record<string, Unit>>>(
  title: string,
  spec: TableSpec<C> & Rows<L, S>,
): Panel => {
  refuse(`panel '${title}'`, tableFaults(spec));
  const numbers = Object.entries<Vector<L>>(spec.numbers ?? {});
  const units: Readonly<Record<string, string | undefined>> = spec.units ?? {};
  const vectors = spec.rows ? [spec.rows] : numbers.map(([, vector]) => vector);
  const headings = Object.entries<string>(spec.columns);
  const order =
    spec.greatestFirst === undefined
      ? spec.sortBy !== undefined && { displayName: spec.columns[spec.sortBy], desc: false }
      : { displayName: spec.greatestFirst, desc: true };
  const chosen = Object.entries<Variable | undefined>(spec.chooses ?? {});
  const table = panel('table', title, spec, {
    width: 12,
    height: 8,
    unit: 'none',
    queries: vectors.map((vector) => query(vector)),
    asking: { instant: true, format: 'table' },
    defaults: spec.decimals === undefined ? {} : { decimals: spec.decimals },
    options: {
      showHeader: true,
      showTypeIcons: false,
      cellHeight: 'sm',
      frameIndex: 0,
      footer: { show: false, reducer: [], countRows: false },
      ...(order && { sortBy: [order] }),
    },
    custom: { align: 'auto', cellOptions: { type: 'auto' }, filterable: true, inspect: false },
    overrides: [
      ...Object.entries<Mapped | undefined>(spec.values ?? {}).flatMap(([label, mapped]) =>
        mapped ? [colored(spec.columns[label as C], mapped)] : [],
      ),
      ...numbers.map(([heading, { unit }]) =>
        column(heading, { id: 'unit', value: units[heading] ?? displayUnit(unit) }),
      ),
    ],
    transformations: [
      ...(vectors.length > 1 ? [{ id: 'merge', options: {} }] : []),
      organize(
        headings,
        numbers.map(([heading]) => heading),
        vectors.flatMap(({ labels }) => labels),
      ),
    ],
  });
  return {
    ...table,
    ...(chosen.length > 0 && {
      chooses: chosen.flatMap(([label, variable]) =>
        variable ? [{ heading: spec.columns[label as C], variable: variable.variable }] : [],
      ),
    }),
  };
};

type Entry = readonly [field: string, heading: string];

const column = (heading: string, ...properties: OverrideModel['properties'][number][]): OverrideModel => ({
  matcher: { id: 'byName', options: heading },
  properties,
});

const colored = (heading: string, mapped: Mapped): OverrideModel =>
  column(
    heading,
    { id: 'mappings', value: mappings(mapped).mappings },
    { id: 'custom.cellOptions', value: { type: 'color-text' } },
  );

/** The columns under their headings and in order; all that Prometheus sends besides is hidden. */
const organize = (
  labels: readonly Entry[],
  numbers: readonly string[],
  sent: readonly string[],
): TransformationModel => {
  // Prometheus's data source calls the value of the only query Value, those of several Value #A, Value #B, …
  const values = numbers.map((heading, i): Entry => [
    numbers.length > 1 ? `Value #${refId(i)}` : 'Value',
    heading,
  ]);
  const shown = [...labels, ...values];
  const hidden = ['Time', 'Value', ...sent].filter((field) => !shown.some(([each]) => each === field));
  return {
    id: 'organize',
    options: {
      excludeByName: Object.fromEntries(hidden.map((field) => [field, true])),
      indexByName: Object.fromEntries(shown.map(([field], index) => [field, index])),
      renameByName: Object.fromEntries(shown),
    },
  };
};
