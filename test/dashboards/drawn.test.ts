import { describe, expect, test } from '@jest/globals';
import { drawn } from '#dashboards/panel/drawn.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { query } from '#dashboards/query.js';
import { rawPanelQuery, rawTarget } from '#dashboards/raw-query.js';
import { row } from '#dashboards/row.js';
import { rawVariable } from '#dashboards/variable.js';
import { Refusal } from '#ground/fault.js';
import { note, openBaskets, rendered, shop } from './fixture.js';

const up = rawPanelQuery('up', { legend: '{{pod}}' });
const refusal = (make: () => unknown): readonly string[] => {
  try {
    make();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(({ where, why }) => `${where}: ${why}`);
    throw error;
  }
};

describe('a panel as Grafana’s JSON has it', () => {
  test('is drawn as it says, and no further', () => {
    const panel = drawn.stat('Up', {
      description: 'Whether it is up.',
      unit: 'bool',
      queries: [up],
      field: { decimals: 0 },
      custom: { hideFrom: { legend: true } },
      options: { graphMode: 'none' },
      more: { interval: '1m' },
    });
    expect(rendered(panel)).toEqual({
      ...{ id: expect.any(Number), type: 'stat', title: 'Up', description: 'Whether it is up.' },
      gridPos: { x: 0, y: 0, w: 24, h: 8 },
      datasource: { type: 'prometheus', uid: 'prometheus' },
      interval: '1m',
      targets: [{ refId: 'A', expr: 'up', legendFormat: '{{pod}}' }],
      fieldConfig: {
        defaults: { unit: 'bool', decimals: 0, custom: { hideFrom: { legend: true } } },
        overrides: [],
      },
      options: { graphMode: 'none' },
    });
  });

  test('may ask what others do', () => {
    const panel = drawn.timeseries('Baskets', { queries: [query(openBaskets, '{{path}}'), up] });
    expect(rendered(panel).targets).toMatchObject([
      { refId: 'A', expr: 'max by (path) (shop_baskets)', range: true },
      { refId: 'B', expr: 'up' },
    ]);
  });

  test('may ask in another language', () => {
    const panel = drawn.table('Orders', { queries: [rawTarget({ rawSql: 'SELECT 1', format: 'table' })] });
    expect(rendered(panel).targets).toEqual([{ refId: 'A', rawSql: 'SELECT 1', format: 'table' }]);
  });

  test('asks for the present where it is told to', () => {
    const instant = rawPanelQuery('up', { instant: true, format: 'table', more: { refId: 'Q' } });
    expect(rendered(drawn.table('Up', { queries: [instant] })).targets).toEqual([
      { refId: 'Q', expr: 'up', instant: true, range: false, format: 'table' },
    ]);
  });

  test('may be of a kind that has no word', () => {
    expect(rendered(drawn.visualization('nodeGraph', 'Graph', {})).type).toBe('nodeGraph');
  });

  test('stands where it is told to', () => {
    const panels = [
      drawn.stat('High', { queries: [up], width: 12, height: 8, at: { x: 12, y: 0 } }),
      drawn.stat('Low', { queries: [up], width: 12, height: 4, at: { x: 0, y: 4 } }),
    ];
    const below = row('Below', [note('Note')]);
    expect(dashboardModel(shop([...panels, below])).panels?.map(({ gridPos }) => gridPos)).toEqual([
      { x: 12, y: 0, w: 12, h: 8 },
      { x: 0, y: 4, w: 12, h: 4 },
      { x: 0, y: 8, w: 24, h: 1 },
      { x: 0, y: 9, w: 24, h: 4 },
    ]);
  });

  test('need not say what it shows, nor refer to what is there, nor have a title of its own', () => {
    const twins = ['one', 'two'].map((key) =>
      drawn.stat('Up of $nobody', { key, queries: [rawPanelQuery('up{a="$b"}')] }),
    );
    expect(
      refusal(() => shop([...twins, drawn.text('', { key: 'text', options: { content: '' } })])),
    ).toEqual([]);
  });

  test.each([
    [
      'an id that another has',
      () => shop([drawn.stat('Up', { queries: [up] }), drawn.stat('Up', { queries: [up] })]),
      [expect.stringMatching(/^panels 'Up' and 'Up': have the same id/)],
    ],
    [
      'a width that the grid has not',
      () => shop([drawn.stat('Up', { width: 30 })]),
      ["panel 'Up': is 30 columns wide and the grid has 24"],
    ],
    [
      'no object of options',
      () => drawn.stat('Up', { options: JSON.parse('[]') }),
      ['options: it is no object of options'],
    ],
    [
      'a kind that Grafana has no more',
      () => drawn.visualization('graph', 'Up', {}),
      [': Grafana draws no graph any more'],
    ],
  ])('is refused with %s', (_, make, told) => {
    expect(refusal(make)).toEqual(told);
  });
});

describe('others are held to the same as before, beside it', () => {
  test('a title', () => {
    expect(refusal(() => shop([note('')]))).toContain("panel '': it has no title");
  });

  test('titles of their own', () => {
    expect(refusal(() => shop([note('One'), note('One'), drawn.stat('One', { key: 'other' })]))).toEqual([
      "panel 'One': stands here more than once",
    ]);
  });

  test('variables that are there', () => {
    expect(refusal(() => shop([note('Of $nobody'), drawn.stat('Up', { queries: [up] })]))).toEqual([
      "panel 'Of $nobody': refers to $nobody, which is no variable of this dashboard (it has none)",
    ]);
  });

  test('a title of a row', () => {
    expect(refusal(() => shop([row('', [note('One')], { key: 'row' })]))).toEqual([
      'row row-row: it has no title',
    ]);
  });
});

describe('a variable as Grafana’s JSON has it', () => {
  const variablesOf = (json: Parameters<typeof rawVariable>[1]) =>
    dashboardModel(shop([note('Note')], { variables: [rawVariable('pod', json)] })).templating?.list;

  test('is as it says, of the own Prometheus where it names none', () => {
    expect(variablesOf({ type: 'query', query: 'label_values(pod)', regex: '/a.*/' })).toEqual([
      {
        ...{ name: 'pod', type: 'query', query: 'label_values(pod)', regex: '/a.*/' },
        datasource: { type: 'prometheus', uid: 'prometheus' },
      },
    ]);
  });

  test.each([['textbox'], ['datasource'], ['interval'], ['constant'], ['adhoc']])(
    'may be of type %s',
    (type) => {
      expect(variablesOf({ type, query: 'x' })).toEqual([{ name: 'pod', type, query: 'x' }]);
    },
  );
});

test('a row may stand there for each value of a variable', () => {
  const [heading] = dashboardModel(shop([row('Pod', [note('Note')], { repeat: 'pod' })])).panels ?? [];
  expect(heading).toMatchObject({ type: 'row', repeat: 'pod' });
});

test('a dashboard may say more, beside and over what is said here', () => {
  const spec = {
    annotations: [{ name: 'Deployments', expr: 'x' }],
    more: { graphTooltip: 2, liveNow: true },
  };
  expect(dashboardModel(shop([note('Note')], spec))).toMatchObject({
    graphTooltip: 2,
    liveNow: true,
    annotations: {
      list: [{ name: 'Deployments', expr: 'x', datasource: { uid: 'prometheus' }, enable: true }],
    },
  });
});
