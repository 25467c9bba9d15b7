import {
  type DataFrame,
  type Field,
  FieldType,
  getFieldDisplayName,
  getFieldSeriesColor,
  type GrafanaTheme2,
} from '@grafana/data';
import uPlot from 'uplot';
import { spanned, withGaps } from '#browser/panel/chart/gaps.js';
import { type Values } from '#browser/panel/chart/stacked.js';
import { type Style, styleOf } from './style.js';

/** A series of a panel. */
export interface Line {
  readonly name: string;
  readonly field: Field;
  readonly colour: string;
  readonly style: Style;
  /** At the times that all lines of the panel share. */
  readonly values: Values;
}

export interface Lines {
  /** In milliseconds since 1970, ascending. */
  readonly times: readonly number[];
  readonly lines: readonly Line[];
}

const isDrawn = (field: Field): boolean =>
  field.type === FieldType.number || field.type === FieldType.boolean;

const numberOf = (value: unknown): number | null => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

const sampled = (frame: DataFrame) => {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const fields = frame.fields.filter(isDrawn);
  if (!time || fields.length === 0) return [];
  const times = time.values.filter((at) => typeof at === 'number');
  const values = fields.map((field) => field.values.map(numberOf));
  return [{ frame, fields, table: withGaps({ times, values }, time.config.interval ?? undefined) }];
};

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((at, index) => at === other[index]);

/** Tables over one line of times. Most are of the same query, and share it already. */
const joined = (
  tables: readonly { readonly times: readonly number[]; readonly values: readonly Values[] }[],
) => {
  const [first] = tables;
  if (!first) return { times: [], values: [] };
  if (tables.every(({ times }) => isSame(times, first.times)))
    return { times: first.times, values: tables.flatMap(({ values }) => values) };
  const [times, ...values] = uPlot.join(
    tables.map((table) => [[...table.times], ...table.values.map((own) => [...own])]),
  );
  return { times: Array.from(times ?? []), values: values.map((own): Values => Array.from(own ?? [])) };
};

/** The series of frames, at the times that they share. */
export const linesOf = (frames: readonly DataFrame[], theme: GrafanaTheme2): Lines => {
  const all = [...frames];
  const found = frames.flatMap(sampled);
  const { times, values } = joined(found.map(({ table }) => table));
  const fields = found.flatMap(({ frame, fields }) => fields.map((field) => ({ frame, field })));
  const lines = fields.map(({ frame, field }, index): Line => {
    const style = styleOf(field.config.custom);
    const own = values[index] ?? [];
    const signed = style.isNegative ? own.map((value) => (typeof value === 'number' ? -value : value)) : own;
    return {
      field,
      style,
      name: getFieldDisplayName(field, frame, all),
      colour: getFieldSeriesColor(field, theme).color,
      values: typeof style.spanNulls === 'number' ? spanned(times, signed, style.spanNulls) : signed,
    };
  });
  return { times, lines };
};
