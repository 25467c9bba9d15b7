/** What a tooltip may list. */
export interface Listed {
  readonly name: string;
  readonly colour: string;
  /** Its value as it is written: asked for only of those that are shown. */
  readonly text: () => string;
  readonly value: number;
  /** Pixels between the crosshair and what is drawn of it. */
  readonly distance: number;
}

export interface TipOptions {
  readonly mode: 'single' | 'multi' | 'none';
  readonly sort: 'none' | 'asc' | 'desc';
}

export interface Rows {
  readonly rows: readonly (Listed & { readonly isNear: boolean })[];
  /** How many there are beside those. */
  readonly more: number;
}

const most = 30;

/** What a tooltip says: of all series in the order that was asked for, the nearest marked; or of the nearest alone. */
export const rowsOf = (listed: readonly Listed[], { mode, sort }: TipOptions): Rows => {
  const nearest = listed.reduce<Listed | undefined>(
    (near, row) => (near === undefined || row.distance < near.distance ? row : near),
    undefined,
  );
  if (mode === 'none' || !nearest) return { rows: [], more: 0 };
  if (mode === 'single') return { rows: [{ ...nearest, isNear: true }], more: 0 };
  const sign = sort === 'asc' ? 1 : -1;
  const inOrder = sort === 'none' ? listed : [...listed].sort((a, b) => sign * (a.value - b.value));
  const first = inOrder.slice(0, most);
  const seen = first.includes(nearest) ? first : [nearest, ...first.slice(0, most - 1)];
  return {
    rows: seen.map((row) => ({ ...row, isNear: row === nearest && nearest.distance < 30 })),
    more: listed.length - seen.length,
  };
};
