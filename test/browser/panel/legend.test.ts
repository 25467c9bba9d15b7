import { describe, expect, it } from '@jest/globals';
import { type LegendItem, ordered } from '#browser/panel/legend/item.js';
import { legendOptions } from '#browser/panel/legend/options.js';
import { picked } from '#browser/panel/legend/picked.js';

const item = (name: string, max?: number): LegendItem => ({
  ...{ name, colour: 'red', isHidden: false, isDashed: false, isRight: false },
  calculated: max === undefined ? [] : [{ title: 'Max', text: `${max}`, numeric: max }],
});
const names = (items: readonly LegendItem[]) => items.map(({ name }) => name);

describe('a legend', () => {
  it('is ordered by a column, what has no value at the end', () => {
    const items = [item('a', 2), item('none', NaN), item('b', 10)];
    expect(names(ordered(items, { by: 'Max', isDescending: true }))).toEqual(['b', 'a', 'none']);
    expect(names(ordered(items, { by: 'Max', isDescending: false }))).toEqual(['a', 'b', 'none']);
  });

  it('is ordered by names as people count', () => {
    const items = [item('pod-10'), item('pod-9')];
    expect(names(ordered(items, { by: 'Name', isDescending: false }))).toEqual(['pod-9', 'pod-10']);
  });

  it('stays as it is where its column is not there', () => {
    const items = [item('b', 1), item('a', 2)];
    expect(ordered(items, { by: 'Mean', isDescending: true })).toBe(items);
  });

  it('is left out where its panel wants none', () => {
    expect(legendOptions({ legend: { showLegend: false } }).isShown).toBe(false);
    expect(legendOptions({ legend: { displayMode: 'hidden' } }).isShown).toBe(false);
    expect(legendOptions({}).isShown).toBe(true);
  });
});

describe('what is picked in a legend', () => {
  const all = ['a', 'b', 'c'];

  it('is shown alone', () => {
    expect([...picked(all, new Set(), 'a', false)]).toEqual(['b', 'c']);
  });

  it('is shown with all others when it was alone', () => {
    expect([...picked(all, new Set(['b', 'c']), 'a', false)]).toEqual([]);
  });

  it('takes the place of another that was alone', () => {
    expect([...picked(all, new Set(['b', 'c']), 'b', false)]).toEqual(['a', 'c']);
  });

  it('alone changes with Ctrl', () => {
    expect([...picked(all, new Set(['b']), 'a', true)].sort()).toEqual(['a', 'b']);
    expect([...picked(all, new Set(['b']), 'b', true)]).toEqual([]);
  });
});
