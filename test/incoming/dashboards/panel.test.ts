import { describe, expect, test } from '@jest/globals';
import { valueAt } from '#ground/field.js';
import { listAt, objectAt } from '#ground/json.js';
import { everyKind } from './every-kind.js';
import { model, onlyPanel, panel, parityOf, rendered, sourceOf } from './sample.js';

describe('a panel comes in whole', () => {
  test.each(everyKind.map((each) => [String(each['type']), String(each['title']), each] as const))(
    'of kind %s: %s',
    (_, title, each) => {
      expect(parityOf(model([each])).panels).toEqual([{ title, differences: [] }]);
    },
  );

  test('with all others', () => {
    const all = parityOf(
      model(everyKind.map((each, i) => ({ ...each, gridPos: { x: 0, y: 8 * i, w: 24, h: 8 } }))),
    );
    expect([...all.differences, ...all.panels.flatMap(({ differences }) => differences)]).toEqual([]);
  });
});

describe('a query comes in', () => {
  test('as it was written, with variables wherever they stood', () => {
    const promql = 'sum by ($by) (rate(${metric}_total{a=~"[[a]]"}[$window] offset $ago))';
    const target = { refId: 'A', expr: promql };
    expect(valueAt(onlyPanel(model([panel({ targets: [target] })])), ['targets', 0, 'expr'])).toBe(promql);
  });

  test('on several lines as it stood on them', () => {
    const promql = 'sum(\n  rate(shop_requests_total[5m])\n)\n';
    const target = { refId: 'A', expr: promql };
    expect(valueAt(onlyPanel(model([panel({ targets: [target] })])), ['targets', 0, 'expr'])).toBe(promql);
  });

  test('without what editors keep in it', () => {
    const target = {
      refId: 'A',
      expr: 'up',
      editorMode: 'code',
      step: 240,
      intervalFactor: 1,
      exemplar: false,
    };
    expect(objectAt(onlyPanel(model([panel({ targets: [target] })])), 'targets', 0)).toEqual({
      refId: 'A',
      expr: 'up',
    });
  });

  test('under its own letter where that is another', () => {
    const target = { refId: 'Q', expr: 'up' };
    expect(valueAt(onlyPanel(model([panel({ targets: [target] })])), ['targets', 0, 'refId'])).toBe('Q');
  });
});

describe('a data source', () => {
  test.each([
    ['that a variable names is kept', '$datasource', { type: 'prometheus', uid: '${datasource}' }],
    ['that is named is kept', { type: 'prometheus', uid: 'thanos' }, { type: 'prometheus', uid: 'thanos' }],
    ['that nobody names is the own one', null, { type: 'prometheus', uid: 'prometheus' }],
    ['that importing asks for is the own one', '${DS_PROM}', { type: 'prometheus', uid: 'prometheus' }],
    [
      'of several is kept',
      { type: 'datasource', uid: '-- Mixed --' },
      { type: 'datasource', uid: '-- Mixed --' },
    ],
  ])('%s', (_, datasource, wanted) => {
    const inputs = [{ name: 'DS_PROM', type: 'datasource', pluginId: 'prometheus' }];
    const json = model([panel({ datasource })], { __inputs: inputs });
    expect(onlyPanel(json)['datasource']).toEqual(wanted);
  });
});

describe('where a panel stands', () => {
  const at = (x: number, y: number, w: number, h: number) => ({ gridPos: { x, y, w, h } });
  const four = [at(0, 0, 12, 8), at(12, 0, 12, 8), at(0, 8, 8, 4), at(8, 8, 16, 4)].map((each, i) =>
    panel({ ...each, title: `Panel ${i}` }),
  );

  test('is not written where it stands there by itself', () => {
    expect(sourceOf(model(four)).text).not.toContain('at:');
  });

  test('is written where it does not', () => {
    const { text } = sourceOf(model([panel(at(0, 0, 6, 8)), panel({ ...at(12, 0, 6, 8), title: 'Other' })]));
    expect(text).toContain('at: { x: 12, y: 0 }');
  });

  test.each([
    ['side by side and below', four],
    ['with a gap', [panel(at(3, 0, 6, 8)), panel({ ...at(12, 0, 6, 3), title: 'Other' })]],
    [
      'one high beside two low',
      [0, 1, 2].map((i) =>
        panel({ ...(i === 0 ? at(0, 0, 12, 8) : at(12, 4 * i - 4, 12, 4)), title: `${i}` }),
      ),
    ],
  ])('is kept: %s', (_, panels) => {
    expect(parityOf(model(panels)).panels.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe('a heading', () => {
  const below = (y: number, title: string) => panel({ title, gridPos: { x: 0, y, w: 12, h: 8 } });
  const heading = (y: number, title: string, given: object = {}) => ({
    ...{ type: 'row', title, collapsed: false, gridPos: { x: 0, y, w: 24, h: 1 }, panels: [] },
    ...given,
  });
  const json = model([
    below(0, 'First'),
    heading(8, 'Open'),
    below(9, 'Second'),
    heading(17, 'Closed', { collapsed: true, panels: [below(18, 'Third')] }),
    heading(18, 'Each', { repeat: 'pod' }),
    below(19, 'Fourth'),
  ]);

  test('stands over its panels, open, closed, and for each value of a variable', () => {
    expect(
      listAt(rendered(json), 'panels').map((each) => {
        const { type, title, collapsed, repeat } = objectAt(each);
        return [type, title, collapsed, repeat, listAt(each, 'panels').length];
      }),
    ).toEqual([
      ['timeseries', 'First', undefined, undefined, 0],
      ['row', 'Open', false, undefined, 0],
      ['timeseries', 'Second', undefined, undefined, 0],
      ['row', 'Closed', true, undefined, 1],
      ['row', 'Each', false, 'pod', 0],
      ['timeseries', 'Fourth', undefined, undefined, 0],
    ]);
  });

  test('comes in whole', () => {
    expect(parityOf(json).differences).toEqual([]);
  });

  test('without panels is left out, and told', () => {
    const { left } = sourceOf(model([heading(0, 'Empty'), heading(1, 'Full'), below(2, 'Panel')]));
    expect(left).toEqual([{ where: "row 'Empty'", what: 'the row', why: 'no panels stand under it' }]);
  });
});

test('panels of one title have ids of their own', () => {
  const twins = [panel(), panel({ gridPos: { x: 12, y: 0, w: 12, h: 8 } })];
  const ids = listAt(rendered(model(twins)), 'panels').map((each) => objectAt(each)['id']);
  expect(new Set(ids).size).toBe(2);
});

test('a panel without a title has an id too', () => {
  expect(onlyPanel(model([panel({ title: '' })]))['title']).toBe('');
});

test('what Grafana takes anyway is not written', () => {
  const custom = { lineWidth: 1, fillOpacity: 0, showPoints: 'auto', stacking: { mode: 'none', group: 'A' } };
  const fieldConfig = {
    defaults: { color: { mode: 'palette-classic' }, custom, mappings: [] },
    overrides: [],
  };
  const options = { tooltip: { mode: 'single', sort: 'none' } };
  expect(sourceOf(model([panel({ fieldConfig, options })])).text).not.toMatch(/custom|options|field|tooltip/);
});
