import { describe, expect, test } from '@jest/globals';
import { isSameExpression } from '#incoming/dashboards/expression.js';
import { dashboardParity } from '#incoming/dashboards/parity.js';
import type { Json } from '#incoming/dashboards/read.js';
import { model, panel, rendered } from './sample.js';

/** What is told of one panel that is drawn as another. */
const between = (one: Json, other: Json): readonly string[] =>
  dashboardParity(model([panel(one)]), model([panel(other)])).panels.flatMap(
    ({ differences }) => differences,
  );
const field = (defaults: object) => ({ fieldConfig: { defaults, overrides: [] } });
const asking = (target: object) => ({ targets: [{ refId: 'A', expr: 'up', ...target }] });

describe('of a panel that is drawn otherwise is told', () => {
  test.each([
    ['title', { title: 'One' }, { title: 'Other' }],
    ['kind', { type: 'stat' }, { type: 'gauge' }],
    ['description', { description: 'One.' }, { description: 'Other.' }],
    ['unit', field({ unit: 's' }), field({ unit: 'ms' })],
    [
      'thresholds',
      field({ thresholds: { mode: 'absolute', steps: [{ value: 1, color: 'red' }] } }),
      field({ thresholds: { mode: 'absolute', steps: [{ value: 2, color: 'red' }] } }),
    ],
    ['field', field({ max: 1 }), field({ max: 2 })],
    ['custom', field({ custom: { lineWidth: 2 } }), field({ custom: { lineWidth: 3 } })],
    ['options', { options: { legend: { placement: 'right' } } }, { options: {} }],
    ['transformations', { transformations: [{ id: 'merge' }] }, {}],
    ['place', { gridPos: { x: 0, y: 0, w: 12, h: 8 } }, { gridPos: { x: 0, y: 0, w: 12, h: 9 } }],
    ['others', { repeat: 'pod' }, {}],
    ['queries', asking({}), { targets: [] }],
    ['expression A', asking({}), asking({ expr: 'down' })],
    ['query A', asking({ legendFormat: '{{pod}}' }), asking({})],
    ['query A', asking({ instant: true }), asking({})],
    ['query A', asking({ hide: true }), asking({})],
  ])('%s', (told, one, other) => {
    expect(between(one, other)).toContain(told);
  });
});

test('of variables that ask otherwise is told', () => {
  const templating = (query: string) => ({ templating: { list: [{ name: 'pod', type: 'query', query }] } });
  const [one, other] = [templating('label_values(up, pod)'), templating('label_values(pod)')];
  expect(dashboardParity(model([panel()], one), model([panel()], other)).differences).toEqual(['variables']);
});

test('of headings that stand elsewhere is told', () => {
  const heading = { type: 'row', title: 'Shop', gridPos: { x: 0, y: 0, w: 24, h: 1 } };
  const below = panel({ gridPos: { x: 0, y: 1, w: 12, h: 8 } });
  expect(dashboardParity(model([heading, below]), model([below])).differences).toEqual(['headings']);
});

test('a panel that is gone is told', () => {
  const json = model([panel(), panel({ title: 'Gone', gridPos: { x: 12, y: 0, w: 12, h: 8 } })]);
  expect(dashboardParity(json, rendered(model())).panels.at(-1)).toEqual({
    title: 'Gone',
    differences: ['the panel'],
  });
});

describe('two texts are one expression', () => {
  test.each([
    ['sum(up) by (pod)', 'sum by (pod) (up)'],
    ['rate(x[$__rate_interval])', 'rate( x[$__rate_interval] )'],
    ['sum by ($by) (rate(x[$window]))', 'sum(rate(x[$window])) by ($by)'],
    ['a{b="1", c=~"$c"}', 'a{c=~"$c", b="1"}'],
    ['sum(${metric}_total)', 'sum( ${metric}_total )'],
  ])('%s and %s', (one, other) => {
    expect(isSameExpression(one, other)).toBe(true);
  });

  test.each([
    ['sum(up)', 'max(up)'],
    ['rate(x[$window])', 'rate(x[$other])'],
    ['sum by ($by) (up)', 'sum by ($other) (up)'],
    ['rate(x[$__rate_interval])', 'rate(x[$__interval])'],
    ['up{pod="$pod"}', 'up{pod="$other"}'],
    ['${metric}_total', '${other}_total'],
  ])('but not %s and %s', (one, other) => {
    expect(isSameExpression(one, other)).toBe(false);
  });
});
