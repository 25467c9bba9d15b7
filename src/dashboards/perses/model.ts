/**
 * What a dashboard of Perses is made of, as far as it is written here: Perses 0.54, https://perses.dev/perses/docs/api/dashboard/. Its own
 * schemas are CUE, one for each plugin, https://github.com/perses/plugins; tests hold what is written against them.
 */

/** A plugin of Perses, and what it is told. */
export interface Plugin {
  readonly kind: string;
  readonly spec: object;
}
export interface Display {
  readonly name: string;
  readonly description?: string;
}
export interface PersesLink {
  readonly name: string;
  readonly url: string;
  readonly targetBlank: boolean;
  readonly renderVariables: boolean;
}
export interface PersesQuery {
  readonly kind: 'TimeSeriesQuery' | 'LogQuery';
  readonly spec: { readonly plugin: Plugin };
}
export interface PersesPanel {
  readonly kind: 'Panel';
  readonly spec: {
    readonly display: Display;
    readonly plugin: Plugin;
    readonly queries?: readonly PersesQuery[];
    readonly links?: readonly PersesLink[];
  };
}
export interface PersesVariable {
  readonly kind: 'ListVariable' | 'TextVariable';
  readonly spec: object;
}
/** Panels under a heading, in 24 columns from the first row of its own on. */
export interface PersesGrid {
  readonly kind: 'Grid';
  readonly spec: {
    readonly display?: { readonly title: string; readonly collapse: { readonly open: boolean } };
    readonly items: readonly {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly content: { readonly $ref: string };
    }[];
  };
}
export interface PersesAnnotation {
  readonly display: { readonly name: string; readonly color: string };
  readonly plugin: Plugin;
}

/** The same of all forms in which Perses takes one. */
export interface PersesSpec {
  readonly display: Display;
  readonly duration: string;
  readonly refreshInterval: string;
  readonly timezone?: string;
  readonly variables: readonly PersesVariable[];
  readonly annotations: readonly PersesAnnotation[];
  readonly panels: Readonly<Record<string, PersesPanel>>;
  readonly layouts: readonly PersesGrid[];
  readonly links: readonly PersesLink[];
}

/** Something as Perses says it, and what of it Perses has no word for: "the unit bool". */
export interface Said<T> {
  readonly said: T;
  readonly left: readonly string[];
}
