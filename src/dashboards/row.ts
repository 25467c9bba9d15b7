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
  /** The variable for each chosen value of which it stands there once. */
  readonly repeat?: string;
}

/** How a row is, besides its title. */
export interface RowOptions {
  readonly collapsed?: boolean;
  readonly repeat?: string;
  /** What its id is made of: the title, unless given. */
  readonly key?: string;
}

export const row = (
  title: string,
  panels: readonly Panel[],
  { collapsed = false, repeat, key = title }: RowOptions = {},
): Row => ({
  type: 'row',
  // A row may be called as one of its panels is.
  key: `row-${slug(key)}`,
  title,
  panels,
  collapsed,
  ...(repeat !== undefined && { repeat }),
});

/** Every panel, in a row or not, in the order of reading. */
export const panelsIn = (entries: readonly (Panel | Row)[]): readonly Panel[] =>
  entries.flatMap((entry) => (entry.type === 'row' ? entry.panels : [entry]));

/** The panels that draw an alert's limit, or say what it watches. */
export const panelsShowing = (alert: string, entries: readonly (Panel | Row)[]): readonly Panel[] =>
  panelsIn(entries).filter(({ drawing }) => drawing.alerts.some(({ name }) => name === alert));

export const rowsIn = (entries: readonly (Panel | Row)[]): readonly Row[] =>
  entries.filter((entry) => entry.type === 'row');
