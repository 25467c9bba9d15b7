import {
  type DataFrame,
  type Field,
  fieldReducers,
  formattedValueToString,
  getFieldDisplayName,
  reduceField,
  sortDataFrame,
} from '@grafana/data';
import { listAt, textAt, isTrueAt, textsAt } from '#browser/frame/read.js';
import { type ColumnStyle, columnStyle } from './style.js';

export interface TableColumn {
  readonly name: string;
  readonly field: Field;
  readonly style: ColumnStyle;
}

export interface Sorting {
  readonly name: string;
  readonly isDescending: boolean;
}

/** The columns of a frame that are shown. */
export const columnsOf = (frame: DataFrame): readonly TableColumn[] =>
  frame.fields
    .map((field) => ({ field, name: getFieldDisplayName(field, frame), style: columnStyle(field) }))
    .filter(({ style }) => !style.isHidden);

/** By what a table is sorted at first: `sortBy` of its options. */
export const firstSorting = (options: unknown): Sorting | undefined => {
  const [first] = listAt(options, 'sortBy');
  const name = textAt(first, 'displayName');
  return name === undefined ? undefined : { name, isDescending: isTrueAt(first, 'desc') };
};

/** A frame in the order of one of its columns. */
export const sortedFrame = (frame: DataFrame, sorting: Sorting | undefined): DataFrame => {
  if (!sorting) return frame;
  const index = frame.fields.findIndex((field) => getFieldDisplayName(field, frame) === sorting.name);
  return index < 0 ? frame : sortDataFrame(frame, index, sorting.isDescending);
};

/** What is written below the columns; nothing where no footer is asked for. */
export const footerOf = (
  columns: readonly TableColumn[],
  rows: number,
  options: unknown,
): readonly string[] | undefined => {
  if (!isTrueAt(options, 'footer', 'show')) return undefined;
  const [reducer] = textsAt(options, 'footer', 'reducer');
  const only = textsAt(options, 'footer', 'fields');
  if (reducer === undefined || fieldReducers.getIfExists(reducer) === undefined) return undefined;
  if (reducer === 'count' && isTrueAt(options, 'footer', 'countRows'))
    return columns.map((_, index) => (index === 0 ? `${fieldReducers.get(reducer).name}: ${rows}` : ''));
  return columns.map(({ field, name }, index) => {
    if (field.type !== 'number' || (only.length > 0 && !only.includes(name)))
      return index === 0 ? fieldReducers.get(reducer).name : '';
    const results: Readonly<Record<string, unknown>> = reduceField({ field, reducers: [reducer] });
    return field.display ? formattedValueToString(field.display(results[reducer])) : String(results[reducer]);
  });
};
