import type { GridPos } from './model.js';

/** Columns of Grafana's grid. */
export const columns = 24;

/** What a panel wants of the grid: columns, and rows of about 30 pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The same of one that shows no more where it is wider than `most` columns. */
export interface Sized extends Size {
  readonly most?: number | undefined;
}

/** Where everything under one heading stands, and the first free row below it. */
export interface Flow {
  readonly positions: readonly GridPos[];
  readonly bottom: number;
}

/** Panels in order, as many to a line as fit beside each other. */
const lines = (sizes: readonly Sized[]): readonly (readonly Sized[])[] => {
  const result: Sized[][] = [];
  let taken = columns;
  for (const size of sizes) {
    if (taken + size.width > columns) {
      result.push([]);
      taken = 0;
    }
    result.at(-1)?.push(size);
    taken += size.width;
  }
  return result;
};

const mostOf = ({ width, most = columns }: Sized): number => Math.max(width, most);

/** Columns of one line, not yet whole: each panel by its share of the grid, those that need no more by what they need. */
const shares = (sizes: readonly Sized[]): readonly number[] => {
  // One alone has what it needs, and the rest stays empty.
  if (sizes.length === 1) return sizes.map(mostOf);
  const fixed = new Map<Sized, number>();
  for (;;) {
    const growing = sizes.filter((size) => !fixed.has(size));
    const wanted = growing.reduce((sum, { width }) => sum + width, 0);
    const left = columns - [...fixed.values()].reduce((sum, width) => sum + width, 0);
    const share = ({ width }: Size): number => (left * width) / wanted;
    const enough = growing.filter((size) => share(size) > mostOf(size));
    // Of several that need no more, all have more.
    if (enough.length === growing.length)
      return sizes.map(({ width }) => (columns * width) / sizes.reduce((sum, each) => sum + each.width, 0));
    if (enough.length === 0) return sizes.map((size) => fixed.get(size) ?? share(size));
    for (const size of enough) fixed.set(size, mostOf(size));
  }
};

/** One line: as wide as the grid, and as high as its highest. */
const line = (sizes: readonly Sized[], y: number): readonly GridPos[] => {
  const h = Math.max(...sizes.map(({ height }) => height));
  let before = 0;
  return shares(sizes).map((share) => {
    const x = Math.round(before);
    before += share;
    return { h, w: Math.round(before) - x, x, y };
  });
};

/**
 * Puts panels side by side in the order given, from the row `top` down. Panels of a line share its width in the
 * proportions that they want, those that show no more when they are wider left aside, and have the height of its highest. No place is left
 * empty, but beside one that stands alone and shows no more when it is wider. Widths are 1 to 24.
 */
export const flow = (sizes: readonly Sized[], top = 0): Flow => {
  const positions: GridPos[] = [];
  let bottom = top;
  for (const each of lines(sizes)) {
    positions.push(...line(each, bottom));
    bottom += Math.max(...each.map(({ height }) => height));
  }
  return { positions, bottom };
};
