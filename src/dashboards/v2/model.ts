import type * as v2 from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { Plain } from '#dashboards/model.js';

/** Grafana's second model of dashboards, as the spec of its own API has it: `dashboard.grafana.app/v2`. */
export type SpecV2 = Plain<v2.Dashboard>;
export type PanelV2 = Plain<v2.PanelKind>;
export type QueryV2 = Plain<v2.DataQueryKind>;
export type PanelQueryV2 = Plain<v2.PanelQueryKind>;
export type TransformationV2 = Plain<v2.TransformationKind>;
export type GridV2 = Plain<v2.GridLayoutKind>;
export type GridItemV2 = Plain<v2.GridLayoutItemKind>;
export type RowsV2 = Plain<v2.RowsLayoutKind>;
export type RowV2 = Plain<v2.RowsLayoutRowKind>;
export type VariableV2 = Plain<v2.VariableKind>;
export type VariableOptionV2 = Plain<v2.VariableOption>;
export type AnnotationV2 = Plain<v2.AnnotationQueryKind>;
export type LinkV2 = Plain<v2.DashboardLink>;
export type FieldConfigV2 = Plain<v2.FieldConfigSource>;
