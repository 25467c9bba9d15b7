import type { GridPos } from './model.js';

/** Columns of Grafana's grid. */
export const columns = 24;

/** What a panel wants of the grid: columns, and rows of about 30 pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
  /** The most columns that its content can use: a number is not better to read in 24. All, unless given. */
  readonly widest?: number;
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

const widestOf = ({ width, widest = columns }: Size): number => Math.max(width, widest);

/**
 * The widths of a line: each panel's share of the grid by what it wants, none wider than its content can use. What these leave is for those
 * that can use more; where there are none it stays empty.
 */
const widths = (sizes: readonly Size[], room = columns): readonly number[] => {
  const wanted = sizes.reduce((sum, { width }) => sum + width, 0);
  const full = sizes.filter((size) => (room * size.width) / wanted > widestOf(size));
  if (full.length === 0) return sizes.map(({ width }) => (room * width) / wanted);
  const others = sizes.filter((size) => !full.includes(size));
  const left = widths(
    others,
    full.reduce((rest, size) => rest - widestOf(size), room),
  );
  return sizes.map((size) => left[others.indexOf(size)] ?? widestOf(size));
};

/** One line, as high as its highest panel. */
const line = (sizes: readonly Size[], y: number): readonly GridPos[] => {
  const h = Math.max(...sizes.map(({ height }) => height));
  let before = 0;
  return widths(sizes).map((width) => {
    const x = Math.round(before);
    before += width;
    return { h, w: Math.round(before) - x, x, y };
  });
};

/**
 * Puts panels side by side in the order given, from the row `top` down. Panels of a line share its width in the proportions that they want,
 * as far as they can use it, and have the height of its highest. Widths are 1 to 24.
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
