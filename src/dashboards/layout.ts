import type { GridPos } from './model.js';

/** Columns of Grafana's grid. */
export const columns = 24;

/** What a panel wants of the grid: columns, and rows of about 30 pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where everything under one heading stands, and the first free row below it. */
export interface Flow {
  readonly positions: readonly GridPos[];
  readonly bottom: number;
}

/** Panels in order, as many to a line as fit beside each other. */
const lines = (sizes: readonly Size[]): readonly (readonly Size[])[] => {
  const result: Size[][] = [];
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

/** One line: as wide as the grid, each panel by its share, and as high as its highest. */
const line = (sizes: readonly Size[], y: number): readonly GridPos[] => {
  const h = Math.max(...sizes.map(({ height }) => height));
  const wanted = sizes.reduce((sum, { width }) => sum + width, 0);
  let before = 0;
  return sizes.map(({ width }) => {
    const x = Math.round((columns * before) / wanted);
    before += width;
    return { h, w: Math.round((columns * before) / wanted) - x, x, y };
  });
};

/**
 * Puts panels side by side in the order given, from the row `top` down. No place is left empty: panels of a line share
 * its width in the proportions that they want, and have the height of its highest. Widths are 1 to 24.
 */
export const flow = (sizes: readonly Size[], top = 0): Flow => {
  const positions: GridPos[] = [];
  let bottom = top;
  for (const each of lines(sizes)) {
    positions.push(...line(each, bottom));
    bottom += Math.max(...each.map(({ height }) => height));
  }
  return { positions, bottom };
};
