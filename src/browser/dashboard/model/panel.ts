import type { DataTransformerConfig, FieldConfigSource } from '@grafana/data';
import type { PanelModel } from '#browser/panel/contract.js';
import { isTrueAt, listAt, numberAt, oneOf, textAt, valueAt } from '#browser/frame/read.js';
import { type LinkModel, readLinks } from './link.js';
import { type Json, isJson, withInfinity } from './field-config.js';

/** A panel with what is needed to ask for its data and to lay it out. */
export interface PanelGiven extends PanelModel {
  /** Its place in the model and among its repetitions: no two panels of a page have one key. */
  readonly key: string;
  readonly fieldConfig: FieldConfigSource;
  readonly targets: readonly Json[];
  readonly transformations: readonly DataTransformerConfig[];
  readonly links: readonly LinkModel[];
  /** The type of its data source: `prometheus` where nothing else is said. */
  readonly source: string;
  readonly interval?: string;
  readonly maxDataPoints?: number;
  /** A range of its own: `1h` up to the end of the page's. */
  readonly timeFrom?: string;
  /** By how much its range lies before the page's. */
  readonly timeShift?: string;
  readonly isTransparent: boolean;
  /** The variable for each of whose values it is drawn once, beside one another or below. */
  readonly repeat?: string;
  readonly repeatDirection: 'h' | 'v';
  readonly maxPerRow: number;
  readonly isCollapsed: boolean;
  /** The panels of a row that is collapsed. */
  readonly inner: readonly PanelGiven[];
  /** The value of the variable by which it is repeated, of a repetition. */
  readonly scope: Readonly<Record<string, string>>;
}

const isTransformation = (value: unknown): value is DataTransformerConfig =>
  textAt(value, 'id') !== undefined;

/** What a data source is asked for of a target or of a panel: its type. */
export const sourceOf = (holder: unknown): string | undefined => {
  const type = textAt(holder, 'datasource', 'type');
  if (type !== undefined) return type;
  const uid = textAt(holder, 'datasource', 'uid') ?? textAt(holder, 'datasource');
  return uid === '__expr__' || uid === '-- Grafana --' || uid === '-- Dashboard --' ? uid : undefined;
};

/** A panel of the classic model; what is missing has Grafana's defaults. */
export const readPanel = (given: unknown, key: string): PanelGiven => {
  const place = valueAt(given, 'gridPos');
  const description = textAt(given, 'description');
  const interval = textAt(given, 'interval');
  const maxDataPoints = numberAt(given, 'maxDataPoints');
  const timeFrom = textAt(given, 'timeFrom');
  const timeShift = textAt(given, 'timeShift');
  const repeat = textAt(given, 'repeat');
  const options = valueAt(given, 'options');
  const id = numberAt(given, 'id') ?? 0;
  return {
    key: id > 0 ? String(id) : key,
    id,
    type: textAt(given, 'type') ?? '',
    title: textAt(given, 'title') ?? '',
    ...(description && { description }),
    gridPos: {
      x: numberAt(place, 'x') ?? 0,
      y: numberAt(place, 'y') ?? 0,
      w: numberAt(place, 'w') ?? (textAt(given, 'type') === 'row' ? 24 : 12),
      h: numberAt(place, 'h') ?? (textAt(given, 'type') === 'row' ? 1 : 8),
    },
    ...(isJson(options) && { options }),
    fieldConfig: withInfinity(valueAt(given, 'fieldConfig')),
    targets: listAt(given, 'targets').filter(isJson),
    transformations: listAt(given, 'transformations').filter(isTransformation),
    links: readLinks(valueAt(given, 'links')),
    source: sourceOf(given) ?? 'prometheus',
    ...(interval && { interval }),
    ...(maxDataPoints && { maxDataPoints }),
    ...(timeFrom && { timeFrom }),
    ...(timeShift && { timeShift }),
    isTransparent: isTrueAt(given, 'transparent'),
    ...(repeat && { repeat }),
    repeatDirection: oneOf(['h', 'v'], given, 'repeatDirection'),
    maxPerRow: numberAt(given, 'maxPerRow') ?? 4,
    isCollapsed: isTrueAt(given, 'collapsed'),
    inner: listAt(given, 'panels').map((inner, at) => readPanel(inner, `${key}.${at}`)),
    scope: {},
  };
};
