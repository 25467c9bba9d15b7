import {
  constructTable,
  createSortedRowModel,
  rowSortingFeature,
  sortFns,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import type { ComponentChildren, VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Icon } from './icon.js';
import './table.css';

/** A column: by which value it is sorted, and what of it is shown. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly value: (row: Row) => string | number;
  /** What is shown; the value where nothing else is said. */
  readonly cell?: (row: Row) => ComponentChildren;
  readonly align?: 'left' | 'right';
}

export interface Sorting {
  readonly id: string;
  readonly desc: boolean;
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns,
});

/** Rows in the order of a column. */
const sorted = <Row,>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | undefined) =>
  constructTable({
    features,
    data: rows.map((row) => ({ row })),
    columns: columns.map(({ id, value }) => ({
      id,
      accessorFn: ({ row }: { readonly row: Row }) => value(row),
      sortFn: 'alphanumeric',
    })),
    state: { sorting: sorting ? [sorting] : [] },
  })
    .getRowModel()
    .rows.map(({ original }) => original.row);

const orders = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** A table whose columns are sorted by a press on their head. Where the page is narrow each row is a card, whose values have the heads beside them. */
export const Table = <Row,>({
  label,
  rows,
  columns,
  first,
}: {
  /** What it is a table of, for those who hear it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** By what it is sorted at first. */
  readonly first?: Sorting;
}): VNode => {
  const [sorting, setSorting] = useState(first);
  const ordered = useMemo(() => sorted(rows, columns, sorting), [rows, columns, sorting]);
  const orderOf = (id: string): keyof typeof orders =>
    sorting?.id !== id ? 'none' : sorting.desc ? 'desc' : 'asc';
  return (
    <div class="table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ id, header, align = 'left' }) => (
              <th key={id} scope="col" class={align} aria-sort={orders[orderOf(id)]}>
                <button type="button" onClick={() => setSorting({ id, desc: orderOf(id) === 'asc' })}>
                  {header}
                  <span class={`sort ${orderOf(id)}`}>
                    <Icon name="down" size={12} />
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row, at) => (
            <tr key={at}>
              {columns.map(({ id, header, value, cell, align = 'left' }) => (
                <td key={id} class={align} data-label={header}>
                  {cell ? cell(row) : value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
