/** Texts of one application in a file, by the numbers of their columns. */
export interface Row {
  readonly file: { readonly path: string; readonly size: number };
  readonly start: number;
  /** One more than the bytes of each text; 0 where there is none. */
  readonly lengths: ArrayLike<number>;
}

export declare const textAt: (row: Row, column: number) => string | undefined;

export declare const readRows: (index: string) =>
  | {
      readonly said: unknown;
      readonly columns: ReadonlyMap<string, number>;
      readonly rows: ReadonlyMap<string, Row & { readonly key: string }>;
    }
  | undefined;

export declare const rowWriter: (path: string) => (texts: ReadonlyMap<number, string>) => Row;

export declare const keepRows: (
  index: string,
  all: {
    readonly said: unknown;
    readonly columns: ReadonlyMap<string, number>;
    readonly rows: readonly (readonly [name: string, row: Row & { readonly key: string }])[];
  },
  run: string,
) => void;
