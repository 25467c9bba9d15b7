import { describe, expect, test } from '@jest/globals';
import { placed } from '#browser/dashboard/grid/place.js';
import { repeated } from '#browser/dashboard/grid/repeat.js';
import { sectionsOf } from '#browser/dashboard/grid/section.js';
import { readPanel } from '#browser/dashboard/model/panel.js';
import { type Chosen, plainly } from '#browser/dashboard/variable/chosen.js';

const panel = (id: number, x: number, y: number, w: number, h: number, more: object = {}) =>
  readPanel({ id, type: 'stat', gridPos: { x, y, w, h }, ...more }, `at-${id}`);
const row = (id: number, y: number, more: object = {}) =>
  readPanel({ id, type: 'row', gridPos: { x: 0, y, w: 24, h: 1 }, ...more }, `at-${id}`);

const pods: Chosen = { ...plainly('a'), values: ['a', 'b', 'c'], isList: true };
type Panels = Parameters<typeof sectionsOf>[0];
const drawn = (panels: Panels, closed: readonly string[] = []) =>
  placed(repeated(sectionsOf(panels), { pod: pods }), ({ key }) => closed.includes(key));
const places = (panels: Panels, closed: readonly string[] = []) =>
  drawn(panels, closed).map(({ panel: { key }, place: { x, y, w, h } }) => [key, x, y, w, h]);

describe('Where panels stand', () => {
  test('is where the model has them', () => {
    expect(places([row(1, 0), panel(2, 0, 1, 12, 8), panel(3, 12, 1, 12, 8)])).toEqual([
      ['1', 0, 0, 24, 1],
      ['2', 0, 1, 12, 8],
      ['3', 12, 1, 12, 8],
    ]);
  });

  test('rises where there is room above', () => {
    expect(places([panel(1, 0, 0, 12, 4), panel(2, 0, 9, 12, 4), panel(3, 12, 9, 12, 4)])).toEqual([
      ['1', 0, 0, 12, 4],
      ['2', 0, 4, 12, 4],
      ['3', 12, 0, 12, 4],
    ]);
  });

  test('moves up when a row above is closed', () => {
    const panels = [row(1, 0), panel(2, 0, 1, 24, 8), row(3, 9), panel(4, 0, 10, 24, 8)];
    expect(places(panels, ['1'])).toEqual([
      ['1', 0, 0, 24, 1],
      ['3', 0, 1, 24, 1],
      ['4', 0, 2, 24, 8],
    ]);
  });

  test('a row that is collapsed in the model has its panels when it is opened', () => {
    const inner = { id: 2, type: 'stat', gridPos: { x: 0, y: 1, w: 24, h: 4 } };
    expect(places([row(1, 0, { collapsed: true, panels: [inner] }), row(3, 1)])).toEqual([
      ['1', 0, 0, 24, 1],
      ['2', 0, 1, 24, 4],
      ['3', 0, 5, 24, 1],
    ]);
  });
});

describe('What is repeated for each value of a variable', () => {
  test('stands beside itself, and what is below moves down', () => {
    expect(places([panel(1, 0, 0, 24, 4, { repeat: 'pod', maxPerRow: 2 }), panel(2, 0, 4, 24, 2)])).toEqual([
      ['1-0', 0, 0, 12, 4],
      ['1-1', 12, 0, 12, 4],
      ['1-2', 0, 4, 12, 4],
      ['2', 0, 8, 24, 2],
    ]);
  });

  test('stands below itself where the model says so', () => {
    expect(places([panel(1, 6, 0, 12, 4, { repeat: 'pod', repeatDirection: 'v' })])).toEqual([
      ['1-0', 6, 0, 12, 4],
      ['1-1', 6, 4, 12, 4],
      ['1-2', 6, 8, 12, 4],
    ]);
  });

  test('is a row with all its panels, each with its value', () => {
    const all = drawn([row(1, 0, { repeat: 'pod' }), panel(2, 0, 1, 24, 4)]);
    expect(all.map((one) => [one.panel.key, one.panel.scope.pod])).toEqual([
      ['1-0', 'a'],
      ['2-0', 'a'],
      ['1-1', 'b'],
      ['2-1', 'b'],
      ['1-2', 'c'],
      ['2-2', 'c'],
    ]);
  });
});
