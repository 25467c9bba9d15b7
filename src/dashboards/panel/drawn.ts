import { type Said, describe } from '#dashboards/description.js';
import { slug } from '#dashboards/identity.js';
import { drawing } from '#dashboards/limits.js';
import type { OwnOptions, PanelKind, TransformationModel } from '#dashboards/model.js';
import type { Query } from '#dashboards/query.js';
import { refuse } from '#ground/fault.js';
import { aNumber, anything, fields, listOf, text } from '#ground/shape.js';
import { kindFaults } from './own.js';
import { options } from './options-shape.js';
import type { Panel } from './panel.js';

/** What is otherwise of some fields: `{ matcher: { id: 'byName', options: 'errors' }, properties: [{ id: 'unit', value: 's' }] }`. */
export type DrawnOverride = OwnOptions & {
  readonly matcher: { readonly id: string } & OwnOptions;
  readonly properties: readonly ({ readonly id: string } & OwnOptions)[];
};

/** A panel as Grafana's JSON has it. */
export interface DrawnSpec {
  readonly description?: Said;
  /** What it asks: text, or signals as other panels have them; nothing of one that shows what it finds by itself. */
  readonly queries?: readonly Query[];
  /** Grafana's id of the unit: any. */
  readonly unit?: string;
  /** `fieldConfig.defaults` but for the unit and `custom`: thresholds, mappings, `min`, `max`, decimals. */
  readonly field?: OwnOptions;
  /** `fieldConfig.defaults.custom`. */
  readonly custom?: OwnOptions;
  readonly options?: OwnOptions;
  readonly overrides?: readonly DrawnOverride[];
  readonly transformations?: readonly (TransformationModel & OwnOptions)[];
  /** Columns of 24, and rows of about 30 pixels; 12 and 8 unless given. */
  readonly width?: number;
  readonly height?: number;
  /** Where it stands: its column, and its row below the heading. Beside and below those before it, unless given. */
  readonly at?: { readonly x: number; readonly y: number };
  /** What its id is made of: the title, unless given. */
  readonly key?: string;
  /** What else the JSON says of it: a `datasource`, an `interval`, `repeat`, `links`. */
  readonly more?: OwnOptions;
}

const shape = fields(
  {},
  {
    ...{ unit: text, field: options, custom: options, options, more: options, key: text },
    ...{ queries: listOf(fields({ expr: anything })), width: aNumber, height: aNumber },
    overrides: listOf(fields({ matcher: options, properties: listOf(options) })),
    transformations: listOf(fields({ id: text })),
    at: fields({ x: aNumber, y: aNumber }),
  },
);

const drawnAs = (kind: PanelKind, title: string, spec: DrawnSpec, plugin?: string): Panel => {
  refuse(`panel '${title}'`, shape('', spec));
  const { queries = [], unit, field, custom, overrides = [], transformations = [], at, more = {} } = spec;
  return {
    type: 'panel',
    kind,
    ...(plugin !== undefined && { plugin }),
    key: slug(spec.key ?? title),
    title,
    description: describe(spec.description, queries, []),
    width: spec.width ?? 12,
    height: spec.height ?? 8,
    asks: queries.length === 0 ? 'nothing' : 'prometheus',
    queries,
    asking: { instant: false, format: 'time_series' },
    drawing: drawing(),
    drawsLimits: false,
    drawn: { ...(at && { at }), more },
    options: spec.options ?? {},
    defaults: { ...(unit !== undefined && { unit }), ...field, ...(custom && { custom }) },
    overrides,
    transformations,
  };
};

const of =
  (kind: PanelKind) =>
  (title: string, spec: DrawnSpec): Panel =>
    drawnAs(kind, title, spec);

/**
 * Panels of each kind as Grafana's JSON has them: queries may be text (`rawPanelQuery`), units are Grafana's own, and nothing of how they are
 * drawn is decided here. None is asked whether it says what it shows, or shows the limits of alerts. A way out that is seen in review, by
 * which dashboards that others wrote come along.
 */
export const drawn = {
  timeseries: of('timeseries'),
  stat: of('stat'),
  gauge: of('gauge'),
  bargauge: of('bargauge'),
  table: of('table'),
  heatmap: of('heatmap'),
  piechart: of('piechart'),
  logs: of('logs'),
  text: of('text'),
  /** Of a kind that has no word, by the `type` in its JSON. */
  visualization: (plugin: string, title: string, spec: DrawnSpec): Panel => {
    refuse(`visualization '${plugin}'`, kindFaults(plugin));
    return drawnAs('own', title, spec, plugin);
  },
} as const;
