import type { Fault } from '#ground/fault.js';
import { aNumber, exactly, fields, oneOf } from '#ground/shape.js';
import type { Unit } from '#promql/unit/unit.js';
import { mappedShape } from '#dashboards/mapping.js';
import { displayUnits } from '#dashboards/unit.js';

/** A table as far as its columns and numbers go. */
interface Checked {
  readonly columns: Readonly<Record<string, string>>;
  readonly rows?: { readonly labels: readonly string[] };
  readonly numbers?: Readonly<Record<string, { readonly labels: readonly string[]; readonly unit: Unit }>>;
}

/** Columns, units and orders of what a table does not show, where types were put aside. */
export const tableFaults = (spec: Checked): readonly Fault[] => {
  const { columns, rows, numbers = {} } = spec;
  const vectors = [...(rows ? [rows] : []), ...Object.values(numbers)];
  const labels = vectors[0]?.labels ?? [];
  const of = <T>(keys: readonly string[], shape: (key: string) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(keys.map((key) => [key, shape(key)]));
  const unitOf = (heading: string) => {
    const unit = numbers[heading]?.unit;
    return oneOf(unit === undefined ? [] : displayUnits(unit));
  };
  const shape = fields(
    {},
    {
      units: exactly({}, of(Object.keys(numbers), unitOf)),
      values: exactly(
        {},
        of(Object.keys(columns), () => mappedShape),
      ),
      sortBy: oneOf(Object.keys(columns)),
      greatestFirst: oneOf(Object.keys(numbers)),
      decimals: aNumber,
    },
  );
  return [
    ...Object.keys(columns).flatMap((label) => oneOf(labels)(`columns.${label}`, label)),
    ...shape('', spec),
  ];
};
