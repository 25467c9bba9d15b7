import { slug } from './identity.js';
import type { Panel } from './panel/panel.js';

/** Panels under a heading. */
export interface Row {
  readonly type: 'row';
  readonly key: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  /** Closed until somebody opens it; its queries wait till then. */
  readonly collapsed: boolean;
}

export const row = (title: string, panels: readonly Panel[], { collapsed = false } = {}): Row => ({
  type: 'row',
  // A row may be called as one of its panels is.
  key: `row-${slug(title)}`,
  title,
  panels,
  collapsed,
});

/** Every panel, in a row or not, in the order of reading. */
export const panelsIn = (parts: readonly (Panel | Row)[]): readonly Panel[] =>
  parts.flatMap((part) => (part.type === 'row' ? part.panels : [part]));

/** The panels that draw an alert's limit, or say what it watches. */
export const panelsShowing = (alert: string, parts: readonly (Panel | Row)[]): readonly Panel[] =>
  panelsIn(parts).filter(({ drawing }) => drawing.alerts.some(({ name }) => name === alert));

export const rowsIn = (parts: readonly (Panel | Row)[]): readonly Row[] =>
  parts.filter((part) => part.type === 'row');
