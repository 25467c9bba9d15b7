import type * as bargauge from '@grafana/grafana-foundation-sdk/bargauge';
import type * as common from '@grafana/grafana-foundation-sdk/common';
import type * as grafana from '@grafana/grafana-foundation-sdk/dashboard';
import type * as gauge from '@grafana/grafana-foundation-sdk/gauge';
import type * as heatmap from '@grafana/grafana-foundation-sdk/heatmap';
import type * as logs from '@grafana/grafana-foundation-sdk/logs';
import type * as loki from '@grafana/grafana-foundation-sdk/loki';
import type * as piechart from '@grafana/grafana-foundation-sdk/piechart';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as text from '@grafana/grafana-foundation-sdk/text';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

/**
 * A type of Grafana's SDK as the JSON it stands for: enums as their values, read-only, without methods.
 *
 * The SDK is our model of Grafana and is read by the compiler only. Its builders would cost each synth more than
 * starting Node does, keep state, and hide legends, links and annotations unless told otherwise; what we write
 * instead is literals of its types. Tests hold them against what the builders make.
 */
export type Plain<T> = 0 extends 1 & T // `any`
  ? unknown
  : T extends string
    ? `${T}`
    : T extends number
      ? `${T}` extends `${infer N extends number}`
        ? N
        : never
      : T extends readonly (infer E)[]
        ? readonly Plain<E>[]
        : T extends object
          ? { readonly [K in keyof T as T[K] extends () => void ? never : K]: Plain<T[K]> }
          : T;

/** For each kind of panel that Grafana still draws: its own options, and its options per field. */
interface Kinds {
  timeseries: { options: timeseries.Options; custom: timeseries.FieldConfig };
  stat: { options: stat.Options; custom: object };
  gauge: { options: gauge.Options; custom: object };
  bargauge: { options: bargauge.Options; custom: object };
  table: { options: table.Options; custom: table.FieldConfig };
  heatmap: { options: heatmap.Options; custom: heatmap.FieldConfig };
  piechart: { options: piechart.Options; custom: piechart.FieldConfig };
  logs: { options: logs.Options; custom: object };
  text: { options: text.Options; custom: object };
  /** One that has no word here, by the id of its plugin. */
  own: { options: OwnOptions; custom: OwnOptions };
}
/** What a kind of panel that nobody here knows is told: its JSON. */
export type OwnOptions = Readonly<Record<string, unknown>>;
export type PanelKind = keyof Kinds;
/** The same as a list. */
export const panelKinds = [
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'table',
  'heatmap',
  'piechart',
  'logs',
  'text',
  'own',
] as const satisfies readonly PanelKind[];
export type Options = { readonly [K in PanelKind]: Plain<Kinds[K]['options']> };
export type Custom = { readonly [K in PanelKind]: Plain<Kinds[K]['custom']> };

export type DashboardModel = Plain<grafana.Dashboard>;
export type PanelModel = Plain<grafana.Panel>;
export type RowModel = Plain<grafana.RowPanel>;
export type FieldConfigModel = Plain<grafana.FieldConfig>;
export type OverrideModel = Plain<grafana.FieldConfigSource['overrides'][number]>;
export type TransformationModel = Plain<grafana.DataTransformerConfig>;
/** How Grafana has a value shown otherwise. */
export type MappingModel = Plain<grafana.ValueMapping>;
export type ThresholdsModel = Plain<grafana.ThresholdsConfig>;
export type VariableModel = Plain<grafana.VariableModel>;
export type AnnotationModel = Plain<grafana.AnnotationQuery>;
export type LinkModel = Plain<grafana.DashboardLink>;
export type GridPos = Plain<grafana.GridPos>;
export type PrometheusTarget = Plain<prometheus.Dataquery>;
export type LokiTarget = Plain<loki.dataquery>;
export type LegendModel = Plain<common.VizLegendOptions>;
export type ReduceModel = Plain<common.ReduceDataOptions>;
export type TooltipModel = Plain<common.VizTooltipOptions>;
