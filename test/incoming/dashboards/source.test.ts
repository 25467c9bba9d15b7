import { describe, expect, test } from '@jest/globals';
import { transformSync } from 'esbuild';
import * as words from 'cheomseong';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { called, verbatim } from '#incoming/code/code.js';
import { dashboardSource } from '#incoming/dashboards/source.js';
import { everyKind } from './every-kind.js';
import { about, model, panel, read, rendered, sourceOf } from './sample.js';

/** What a module exports, with the public words for what it imports. */
const exported = (text: string): Readonly<Record<string, unknown>> => {
  const { code } = transformSync(text, { loader: 'ts', target: 'node20', format: 'cjs' });
  const module = { exports: {} };
  Function('module', 'require', code)(module, () => words);
  return module.exports;
};

/** The dashboard that a text makes when it is run. */
const run = (json: Parameters<typeof sourceOf>[0]): unknown => {
  const { text, name } = sourceOf(json);
  const make = exported(text)[name];
  return typeof make === 'function' ? JSON.parse(JSON.stringify(dashboardModel(make(about)))) : undefined;
};

const all = model(
  everyKind.map((each, i) => ({ ...each, gridPos: { x: 0, y: 8 * i, w: 24, h: 8 } })),
  { annotations: { list: [{ name: 'Deployments', enable: true, expr: 'changes(shop_build[1m])' }] } },
);

test('the text of a dashboard makes what it was rendered as', () => {
  expect(run(all)).toEqual(rendered(all));
});

test('a dashboard is a function of what its application says', () => {
  expect(sourceOf(model()).text).toMatchInlineSnapshot(`
    "import { dashboard, drawn, rawPanelQuery, rawVariable, type About } from 'cheomseong';

    export const shopOverviewDashboard = (about: About) =>
      dashboard('Shop / Overview', {
        ...about,
        uid: 'shop-overview',
        description: 'How the shop is doing.',
        tags: ['shop'],
        refresh: '30s',
        timezone: 'utc',
        last: '3h',
        variables: [
          rawVariable('datasource', { type: 'datasource', query: 'prometheus', label: 'Data source' }),
          rawVariable('pod', {
            type: 'query',
            refresh: 2,
            sort: 1,
            multi: true,
            query: { query: 'label_values(up{job="$job"}, pod)', refId: 'A' },
            definition: 'label_values(up{job="$job"}, pod)',
            datasource: { type: 'prometheus', uid: '\${datasource}' },
          }),
        ],
        panels: [
          drawn.timeseries('Requests', {
            unit: 'reqps',
            queries: [
              rawPanelQuery('sum(rate(shop_requests_total[$__rate_interval]))', { legend: 'all' }),
            ],
            at: { x: 0, y: 0 },
            more: { datasource: { type: 'prometheus', uid: '\${datasource}' } },
          }),
        ],
      });
    "
  `);
});

describe('what a dashboard says as a whole', () => {
  test('is kept', () => {
    expect(rendered(model())).toMatchObject({
      ...{ uid: 'shop-overview', title: 'Shop / Overview', description: 'How the shop is doing.' },
      ...{ tags: ['shop'], refresh: '30s', timezone: 'utc', time: { from: 'now-3h', to: 'now' } },
    });
  });

  test.each([
    ['a refresh that is off', { refresh: '' }, { refresh: '' }],
    [
      'a range that ends before now',
      { time: { from: 'now-2d', to: 'now-1d' } },
      { time: { from: 'now-2d', to: 'now-1d' } },
    ],
    ['cursors of their own', { graphTooltip: 0 }, { graphTooltip: 0 }],
    [
      'links to other dashboards',
      { links: [{ type: 'dashboards', tags: ['shop'], asDropdown: true, title: 'Shop' }] },
      { links: [{ type: 'dashboards', tags: ['shop'], asDropdown: true, title: 'Shop' }] },
    ],
    [
      'a link to a page',
      { links: [{ type: 'link', title: 'Wiki', url: 'https://wiki.example.org', targetBlank: true }] },
      { links: [{ type: 'link', title: 'Wiki', url: 'https://wiki.example.org' }] },
    ],
    [
      'annotations',
      { annotations: { list: [{ name: 'Deployments', expr: 'x', datasource: '$datasource' }] } },
      { annotations: { list: [{ name: 'Deployments', expr: 'x', datasource: { uid: '${datasource}' } }] } },
    ],
  ])('is kept as Grafana has it: %s', (_, given, wanted) => {
    expect(rendered(model([panel()], given))).toMatchObject(wanted);
  });
});

describe('what is not as it was is told', () => {
  test.each([
    [
      'a uid that an object cannot be called by',
      { uid: 'Kn5xm-gZk' },
      [
        {
          where: '',
          what: "uid 'Kn5xm-gZk', now 'kn5xm-gzk'",
          why: 'an object of Kubernetes is called so, in small letters',
        },
      ],
    ],
    [
      'no uid',
      { uid: undefined },
      [
        {
          where: '',
          what: "uid none, now 'shop-shop-overview'",
          why: 'Grafana would make another at each import',
        },
      ],
    ],
    [
      'no description',
      { description: undefined },
      [{ where: '', what: 'description', why: 'it has none, so that its title stands for it' }],
    ],
    [
      'that it may be changed',
      { editable: true },
      [{ where: '', what: 'editable', why: 'changes are made in code' }],
    ],
    [
      'a data source that importing asks for',
      { __inputs: [{ name: 'DS_PROM', type: 'datasource' }] },
      [
        {
          where: '',
          what: 'data source',
          why: "it asks whoever imports it, or Grafana's default: it asks the application's own Prometheus",
        },
      ],
    ],
    [
      'a variable that is there twice',
      { templating: { list: [1, 2].map((id) => ({ id, name: 'pod', type: 'textbox' })) } },
      [{ where: "variable 'pod'", what: 'the variable', why: 'another of this name stands there too' }],
    ],
  ])('%s', (_, given, told) => {
    expect(sourceOf(model([panel()], given)).left).toEqual(told);
  });

  test('a kind that Grafana draws no more', () => {
    expect(sourceOf(model([panel({ type: 'graph' })])).left).toEqual([
      {
        where: '',
        what: "kind graph of 'Requests'",
        why: 'Grafana draws it no more, and upgrades it so by itself',
      },
    ]);
  });

  test('a panel of a library', () => {
    expect(sourceOf(model([panel({ libraryPanel: { uid: 'x', name: 'Shared' } })])).left).toEqual([
      { where: "panel 'Requests'", what: 'its library', why: 'what it shows stands in Grafana alone' },
    ]);
  });

  test('nothing, where nothing is', () => {
    expect(sourceOf(model()).left).toEqual([]);
  });
});

describe('a query that can be written in typed words', () => {
  const typed = (promql: string) =>
    promql === 'up' ? called('sum', called('value', verbatim('metrics.up'))) : undefined;
  const text = (target: object) =>
    dashboardSource(read(model([panel({ targets: [{ refId: 'A', ...target }] })])), {
      application: 'shop',
      typed,
      files: { metrics: './metrics.ts' },
    }).text;

  test('is written in them', () => {
    expect(text({ expr: 'up', legendFormat: 'all' })).toContain(
      "queries: [query(sum(value(metrics.up)), 'all')]",
    );
  });

  test('takes what it names from its file', () => {
    expect(text({ expr: 'up', legendFormat: 'all' })).toContain("import { metrics } from './metrics.ts';");
  });

  test('stays text where more is said of it', () => {
    expect(text({ expr: 'up', legendFormat: 'all', hide: true })).toContain("rawPanelQuery('up'");
  });
});
