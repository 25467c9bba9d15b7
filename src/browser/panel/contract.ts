import type { DataFrame, FieldConfigSource, GrafanaTheme2 } from '@grafana/data';
import type { VNode } from 'preact';

/** A panel as Grafana's classic model has it, as far as a page reads it. */
export interface PanelModel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly options?: Readonly<Record<string, unknown>>;
  readonly fieldConfig?: FieldConfigSource;
  readonly targets?: readonly Readonly<Record<string, unknown>>[];
}

/** A time that is marked on every panel that has an axis of time: an alert that fires, in milliseconds since 1970. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly text: string;
  readonly colour: string;
}

/** What a panel draws. */
export interface Drawn {
  readonly model: PanelModel;
  /** After transformations, with defaults and overrides applied: each field has its `display`. Empty where nothing is found. */
  readonly frames: readonly DataFrame[];
  /** The range of time, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly theme: GrafanaTheme2;
  readonly language: 'ko' | 'en';
  /** Pixels inside the panel, below its title. */
  readonly width: number;
  readonly height: number;
  readonly regions: readonly Region[];
  /** Charts of one key share their crosshair. */
  readonly cursor: string;
  readonly onZoom: (from: number, to: number) => void;
}

/** How panels of one type are drawn. */
export type PanelKind = (drawn: Drawn) => VNode;
