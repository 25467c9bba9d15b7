import { describe, expect, it } from '@jest/globals';
import { barsOf, litCells } from '#browser/panel/bargauge/geometry.js';
import { bandsOf } from '#browser/panel/big/bands.js';
import { gridOf } from '#browser/panel/big/grid.js';
import { angleOf, gaugeShape } from '#browser/panel/gauge/geometry.js';
import { cellLength, cellsOf, colourIndex, extentOf } from '#browser/panel/heatmap/cells.js';
import { ringPath, slicesOf } from '#browser/panel/round/arc.js';
import { sparkOf } from '#browser/panel/stat/spark.js';
import { spansOf } from '#browser/panel/state/spans.js';
import { widthsOf } from '#browser/panel/table/widths.js';

describe('several values', () => {
  const room = { width: 400, height: 100 };

  it('stand beside each other in a wide room, below each other in a high one', () => {
    expect(gridOf(room, 2, 'auto', 0).map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [200, 0],
    ]);
    expect(gridOf({ width: 100, height: 400 }, 2, 'auto', 0).map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 200],
    ]);
  });

  it('fill the last row of a grid, inside the room', () => {
    const cells = gridOf({ width: 300, height: 200 }, 5, 'auto', 4);
    expect(cells).toHaveLength(5);
    expect(cells.every(({ x, y, width, height }) => x + width <= 300.01 && y + height <= 200.01)).toBe(true);
    expect(cells.at(-1)?.width).toBeGreaterThan(cells[0]?.width ?? Infinity);
  });

  it('stand as they are told to', () => {
    expect(gridOf(room, 3, 'horizontal', 0).map(({ x }) => x)).toEqual([0, 0, 0]);
    expect(gridOf(room, 3, 'vertical', 0).map(({ y }) => y)).toEqual([0, 0, 0]);
  });
});

describe('colours along a range', () => {
  it('hold from their limit to the next', () => {
    const steps = [
      { value: -Infinity, color: 'green' },
      { value: 70, color: 'yellow' },
      { value: 85, color: 'red' },
    ];
    expect(bandsOf(steps, false, 0, 100)).toEqual([
      { from: 0, to: 0.7, colour: 'green' },
      { from: 0.7, to: 0.85, colour: 'yellow' },
      { from: 0.85, to: 1, colour: 'red' },
    ]);
  });

  it('are left out beyond its ends', () => {
    const steps = [
      { value: null, color: 'green' },
      { value: 200, color: 'red' },
    ];
    expect(bandsOf(steps, false, 0, 100)).toEqual([{ from: 0, to: 1, colour: 'green' }]);
  });
});

describe('a ring', () => {
  it('goes from its beginning to its end, and back inside', () => {
    expect(ringPath({ x: 0, y: 0, inner: 5, outer: 10, from: 0, to: 0.25 })).toBe(
      'M10 0A10 10 0 0 1 0 10L0 5A5 5 0 0 0 5 0Z',
    );
  });

  it('goes the long way where it is more than a half', () => {
    expect(ringPath({ x: 0, y: 0, inner: 0, outer: 10, from: 0, to: 0.75 })).toBe(
      'M10 0A10 10 0 1 1 0 -10L0 0Z',
    );
  });

  it('is drawn where it is whole', () => {
    expect(ringPath({ x: 0, y: 0, inner: 0, outer: 10, from: 0, to: 1 })).toMatch(/A10 10 0 1 1 10 -0.01/);
  });

  it('has a part for each value that is above zero', () => {
    expect(slicesOf([3, 0, 1, -5]).map(({ share }) => share)).toEqual([0.75, 0, 0.25, 0]);
    expect(slicesOf([0, 0]).map(({ share }) => share)).toEqual([0, 0]);
  });

  it('begins at the top', () => {
    expect(slicesOf([1, 1])[0]).toEqual({ from: -0.25, to: 0.25, share: 0.5 });
  });
});

describe('a gauge', () => {
  it('fits into its room, in height and in width', () => {
    for (const [width, height] of [
      [300, 100],
      [100, 300],
    ] as const) {
      const { x, y, outer } = gaugeShape(width, height, true);
      expect(x - outer).toBeGreaterThanOrEqual(-0.01);
      expect(y - outer).toBeGreaterThanOrEqual(-0.01);
      expect(y + outer * Math.sin(angleOf(0) * 2 * Math.PI)).toBeLessThanOrEqual(height + 0.01);
    }
  });

  it('has half of its range at the top', () => {
    expect(angleOf(0.5)).toBeCloseTo(0.75, 10);
  });
});

describe('bars', () => {
  const sizes = { isHorizontal: true, leastWidth: 8, leastHeight: 16, mostHeight: 300 };

  it('share the room', () => {
    expect(barsOf({ width: 100, height: 98 }, 2, sizes).cells.map(({ y, height }) => [y, height])).toEqual([
      [0, 45],
      [53, 45],
    ]);
  });

  it('are never lower than they may be: then their panel scrolls', () => {
    const { height, cells } = barsOf({ width: 100, height: 50 }, 10, sizes);
    expect([height, cells[0]?.height]).toEqual([10 * 16 + 9 * 8, 16]);
  });

  it('are lit up to their value', () => {
    expect(litCells(56, 0.5).map(({ isLit }) => isLit)).toEqual([true, true, false, false]);
    expect(litCells(56, 0).some(({ isLit }) => isLit)).toBe(false);
  });
});

describe('a heat map', () => {
  const histogram = {
    times: [100, 200],
    rows: [
      { bound: '1', values: [0, 5] },
      { bound: '+Inf', values: [3, null] },
    ],
  };

  it('has a cell for each count, which ends at its time', () => {
    expect(cellsOf(histogram, 100, 1e-9)).toEqual([
      { from: 100, to: 200, row: 0, value: 5 },
      { from: 0, to: 100, row: 1, value: 3 },
    ]);
  });

  it('has cells as long as its shortest step', () => {
    expect(cellLength([0, 60, 180, 240], 5)).toBe(60);
    expect(cellLength([7], 5)).toBe(5);
  });

  it('has its first colour for the least and its last for the most', () => {
    const extent = extentOf(cellsOf(histogram, 100, 0), {});
    expect(extent).toEqual([3, 5]);
    expect([3, 4, 5].map((value) => colourIndex(value, extent, 4))).toEqual([0, 2, 3]);
  });

  it('has an extent where all is alike', () => {
    expect(extentOf([{ from: 0, to: 1, row: 0, value: 7 }], {})).toEqual([7, 8]);
  });
});

describe('a small chart', () => {
  it('goes from its lowest at the bottom to its highest at the top', () => {
    expect(sparkOf([0, 10], [1, 2], { width: 100, height: 24 })).toEqual({
      line: 'M0.0 22.0L100.0 2.0',
      area: 'M0.0 22.0L100.0 2.0L100 24L0 24Z',
    });
  });

  it('is none of fewer than two values', () => {
    expect(sparkOf([0, 10], [1, null], { width: 100, height: 24 })).toBeUndefined();
  });
});

describe('states over time', () => {
  it('last until the next, joined where they are the same', () => {
    expect(spansOf([0, 10, 20], [1, 1, 0], 30, true)).toEqual([
      { from: 0, to: 20, value: 1 },
      { from: 20, to: 30, value: 0 },
    ]);
  });

  it('stand alone where they are not joined, and are none where nothing was', () => {
    expect(spansOf([0, 10, 20], [1, 1, null], 30, false)).toEqual([
      { from: 0, to: 10, value: 1 },
      { from: 10, to: 20, value: 1 },
    ]);
  });
});

describe('the columns of a table', () => {
  const free = { width: undefined, leastWidth: 80 };

  it('share what those leave that have a width', () => {
    expect(widthsOf([{ width: 100, leastWidth: 80 }, free, free], 500)).toEqual([100, 200, 200]);
  });

  it('are never narrower than they may be', () => {
    expect(widthsOf([free, free, free], 120)).toEqual([80, 80, 80]);
  });
});
