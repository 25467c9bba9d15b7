import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import type { GridPos } from '#dashboards/model.js';
import { type Size, columns, flow } from '#dashboards/layout.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { type Row, row } from '#dashboards/row.js';
import { note, shop } from './fixture.js';

const size = fc.record({
  width: fc.integer({ min: 1, max: columns }),
  height: fc.integer({ min: 1, max: 12 }),
  most: fc.option(fc.integer({ min: 1, max: columns }), { nil: undefined }),
});

interface Part {
  readonly sizes: readonly Size[];
  readonly kind: 'open' | 'closed' | 'none';
}

const overlap = (a: GridPos, b: GridPos): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const overlaps = (positions: readonly GridPos[]) =>
  positions.flatMap((a, i) =>
    positions
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => [a, b]),
  );

describe('panels that flow', () => {
  test('stand side by side until the line is full', () => {
    const { positions } = flow([
      { width: 8, height: 8 },
      { width: 16, height: 8 },
      { width: 24, height: 4 },
    ]);
    expect(positions).toEqual([
      { x: 0, y: 0, w: 8, h: 8 },
      { x: 8, y: 0, w: 16, h: 8 },
      { x: 0, y: 8, w: 24, h: 4 },
    ]);
  });

  test('share a line that they do not fill, by what they want, and are equally high', () => {
    const { positions } = flow([
      { width: 6, height: 5 },
      { width: 12, height: 8 },
    ]);
    expect(positions).toEqual([
      { x: 0, y: 0, w: 8, h: 8 },
      { x: 8, y: 0, w: 16, h: 8 },
    ]);
  });

  test('leave what is free to those that show more where they are wider', () => {
    const { positions } = flow([
      { width: 6, height: 5, most: 6 },
      { width: 12, height: 8 },
    ]);
    expect(positions.map(({ w }) => w)).toEqual([6, 18]);
  });

  test('fill a line by what they want where none shows more when it is wider', () => {
    const { positions } = flow([
      { width: 6, height: 5, most: 6 },
      { width: 6, height: 5, most: 8 },
    ]);
    expect(positions.map(({ w }) => w)).toEqual([12, 12]);
  });

  test('stand alone no wider than they show more', () => {
    expect(flow([{ width: 12, height: 8, most: 16 }]).positions).toEqual([{ x: 0, y: 0, w: 16, h: 8 }]);
  });

  test('leave no place empty', () => {
    const area = (positions: readonly GridPos[]) => positions.reduce((sum, { w, h }) => sum + w * h, 0);
    fc.assert(
      fc.property(fc.array(size), (sizes) => {
        const { positions, bottom } = flow(sizes.map(({ width, height }) => ({ width, height })));
        expect(area(positions)).toBe(columns * bottom);
      }),
    );
  });

  test('are at least as wide and as high as they want', () => {
    fc.assert(
      fc.property(fc.array(size), (sizes) =>
        flow(sizes).positions.every(
          ({ w, h }, i) => w >= (sizes[i]?.width ?? 0) && h >= (sizes[i]?.height ?? 0),
        ),
      ),
    );
  });

  test('never overlap', () => {
    fc.assert(fc.property(fc.array(size), (sizes) => expect(overlaps(flow(sizes).positions)).toEqual([])));
  });

  test('never leave the 24 columns', () => {
    fc.assert(
      fc.property(fc.array(size), (sizes) =>
        flow(sizes).positions.every(({ x, w }) => x >= 0 && x + w <= columns),
      ),
    );
  });

  test('keep their order in reading', () => {
    fc.assert(
      fc.property(fc.array(size), (sizes) => {
        const places = flow(sizes).positions.map(({ x, y }) => y * columns + x);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a dashboard with rows', () => {
  const part: fc.Arbitrary<Part> = fc.record({
    sizes: fc.array(size, { minLength: 1, maxLength: 5 }),
    kind: fc.constantFrom('open', 'closed', 'none'),
  });
  const panelsOf = (parts: readonly Part[]) =>
    parts.flatMap(({ sizes, kind }, i): readonly (Panel | Row)[] => {
      const panels = sizes.map((each, j) => note(`note ${i} ${j}`, each));
      return kind === 'none' ? panels : [row(`row ${i}`, panels, { collapsed: kind === 'closed' })];
    });
  const positionsOf = (parts: readonly Part[]) =>
    (dashboardModel(shop(panelsOf(parts))).panels ?? []).flatMap(({ gridPos }) => gridPos ?? []);

  test('has no two things in one place', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) =>
        expect(overlaps(positionsOf(parts))).toEqual([]),
      ),
      { numRuns: 50 },
    );
  });

  test('begins each row on a line of its own', () => {
    const heights = positionsOf([
      { sizes: [{ width: 6, height: 4 }], kind: 'none' },
      { sizes: [{ width: 6, height: 4 }], kind: 'open' },
      { sizes: [{ width: 6, height: 4 }], kind: 'closed' },
      { sizes: [{ width: 6, height: 4 }], kind: 'open' },
    ]).map(({ y }) => y);
    expect(heights).toEqual([0, 4, 5, 9, 10, 11]);
  });

  test('keeps the panels of a closed row inside it', () => {
    const model = dashboardModel(shop([row('Closed', [note('inside')], { collapsed: true })]));
    expect(
      model.panels?.map((panel) => ('panels' in panel ? panel.panels.map(({ title }) => title) : [])),
    ).toEqual([['inside']]);
  });
});
