import { type Cell } from '#browser/panel/big/grid.js';

interface BarRoom {
  readonly width: number;
  readonly height: number;
}

export interface BarSizes {
  readonly isHorizontal: boolean;
  readonly leastWidth: number;
  readonly leastHeight: number;
  readonly mostHeight: number;
}

interface Bars {
  readonly cells: readonly Cell[];
  /** How high all of them are: more than the room where each has its least height, and then the panel scrolls. */
  readonly height: number;
  readonly width: number;
}

const gap = 8;

/** Where bars stand: below each other where they lie, beside each other where they stand. */
export const barsOf = ({ width, height }: BarRoom, count: number, sizes: BarSizes): Bars => {
  const along = sizes.isHorizontal ? height : width;
  const each = (along - gap * (count - 1)) / Math.max(1, count);
  if (!sizes.isHorizontal) {
    const wide = Math.max(sizes.leastWidth, each);
    return {
      width: count * wide + gap * (count - 1),
      height,
      cells: Array.from({ length: count }, (_, index) => ({
        x: index * (wide + gap),
        y: 0,
        width: wide,
        height,
      })),
    };
  }
  const high = Math.min(sizes.mostHeight, Math.max(sizes.leastHeight, each));
  return {
    width,
    height: count * high + gap * (count - 1),
    cells: Array.from({ length: count }, (_, index) => ({
      x: 0,
      y: index * (high + gap),
      width,
      height: high,
    })),
  };
};

/** Cells of a bar in the manner of a liquid crystal display: where each begins, from 0 to 1, and whether it is lit. */
export const litCells = (
  length: number,
  share: number,
): readonly { readonly at: number; readonly isLit: boolean }[] => {
  const count = Math.max(1, Math.floor(length / 14));
  return Array.from({ length: count }, (_, index) => ({
    at: index / count,
    isLit: share > 0 && index / count < share,
  }));
};
