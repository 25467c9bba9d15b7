import type { Vector } from '../../promql/vector/vector.js';
import { type Mapped, mappings } from '../mapping.js';
import type { OverrideModel, TransformationModel } from '../model.js';
import { query, refId } from '../query.js';
import { displayUnit } from '../unit.js';
import { type Panel, type PanelSpec, panel } from './panel.js';

export interface TableSpec<C extends string> extends PanelSpec {
  /** The labels that are shown, in this order, with the heading of each; the signals' other labels are hidden. */
  readonly columns: Readonly<Record<C, string>>;
  /** How single values of a label are shown: `{ phase: { Running: { color: 'green' } } }`. */
  readonly values?: { readonly [K in NoInfer<C>]?: Mapped };
  /** The label by which rows are ordered, ascending. */
  readonly sortBy?: NoInfer<C>;
}

/** Rows that are there or not, their value saying nothing more; or a column of numbers for each signal, by its heading. */
type Rows<L extends string> =
  | { readonly rows: Vector<L>; readonly numbers?: never }
  | { readonly rows?: never; readonly numbers: Readonly<Record<string, Vector<L>>> };

/** What is now: a row for each set of labels. */
export const table = <L extends string, const C extends L>(
  title: string,
  spec: TableSpec<C> & Rows<L>,
): Panel => {
  const numbers: readonly (readonly [string, Vector<L>])[] = Object.entries(spec.numbers ?? {});
  const vectors = spec.rows ? [spec.rows] : numbers.map(([, vector]) => vector);
  const headings = Object.entries<string>(spec.columns);
  return panel('table', title, spec, {
    width: 12,
    height: 8,
    unit: 'none',
    queries: vectors.map((vector) => query(vector)),
    asking: { instant: true, format: 'table' },
    options: {
      showHeader: true,
      showTypeIcons: false,
      cellHeight: 'sm',
      frameIndex: 0,
      footer: { show: false, reducer: [], countRows: false },
      ...(spec.sortBy !== undefined && { sortBy: [{ displayName: spec.columns[spec.sortBy], desc: false }] }),
    },
    custom: { align: 'auto', cellOptions: { type: 'auto' }, filterable: true, inspect: false },
    overrides: [
      ...Object.entries<Mapped | undefined>(spec.values ?? {}).flatMap(([label, mapped]) =>
        mapped ? [colored(spec.columns[label as C], mapped)] : [],
      ),
      ...numbers.map(([heading, { unit }]) => column(heading, { id: 'unit', value: displayUnit(unit) })),
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
