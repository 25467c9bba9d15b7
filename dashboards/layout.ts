import type { GridPos } from './model.js';

/** Columns of Grafana's grid. */
export const columns = 24;

/** What a panel takes of the grid: columns, and rows of about 30 pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where everything under one heading stands, and the first free row below it. */
export interface Flow {
  readonly positions: readonly GridPos[];
  readonly bottom: number;
}

/**
 * Puts panels side by side in the order given, from the row `top` down; one that does not fit begins a new line
 * under the highest of the last. Widths are 1 to 24.
 */
export const flow = (sizes: readonly Size[], top = 0): Flow => {
  const positions: GridPos[] = [];
  let [x, y, below] = [0, top, top];
  for (const { width, height } of sizes) {
    if (x + width > columns) [x, y] = [0, below];
    positions.push({ h: height, w: width, x, y });
    x += width;
    below = Math.max(below, y + height);
  }
  return { positions, bottom: below };
};
