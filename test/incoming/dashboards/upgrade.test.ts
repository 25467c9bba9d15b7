import { describe, expect, test } from '@jest/globals';
import { valueAt } from '#ground/field.js';
import type { Json } from '#incoming/dashboards/read.js';
import { upgraded } from '#incoming/dashboards/upgrade/panel.js';
import { panelsOf } from '#incoming/dashboards/upgrade/rows.js';
import { parityOf, model } from './sample.js';

const graph = (given: Json = {}): Json => ({
  type: 'graph',
  title: 'Requests',
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [{ refId: 'A', expr: 'sum(rate(shop_requests_total[5m]))' }],
  yaxes: [
    { format: 'reqps', min: '0', label: 'per second', logBase: 1, show: true },
    { format: 's', show: true },
  ],
  ...given,
});
const singlestat = (given: Json = {}): Json => ({
  ...{ type: 'singlestat', title: 'Up', format: 'percent', valueName: 'current' },
  ...given,
});
const at = (panel: Json, ...field: readonly (string | number)[]) => valueAt(upgraded(panel), field);

describe('a graph', () => {
  test.each([
    ['becomes values over time', {}, ['type'], 'timeseries'],
    ['keeps the unit of its left axis', {}, ['fieldConfig', 'defaults', 'unit'], 'reqps'],
    ['begins where its axis does, though that is a text', {}, ['fieldConfig', 'defaults', 'min'], 0],
    ['keeps the label of its axis', {}, ['fieldConfig', 'defaults', 'custom', 'axisLabel'], 'per second'],
    ['draws bars where it did', { bars: true }, ['fieldConfig', 'defaults', 'custom', 'drawStyle'], 'bars'],
    ['is filled as far', { fill: 3 }, ['fieldConfig', 'defaults', 'custom', 'fillOpacity'], 30],
    [
      'is stacked by shares',
      { stack: true, percentage: true },
      ['fieldConfig', 'defaults', 'custom', 'stacking'],
      { mode: 'percent', group: 'A' },
    ],
    [
      'connects what is missing',
      { nullPointMode: 'connected' },
      ['fieldConfig', 'defaults', 'custom', 'spanNulls'],
      true,
    ],
    [
      'keeps the numbers of its legend',
      { legend: { show: true, values: true, avg: true, current: true, alignAsTable: true, rightSide: true } },
      ['options', 'legend'],
      { showLegend: true, displayMode: 'table', placement: 'right', calcs: ['mean', 'lastNotNull'] },
    ],
    [
      'hides its legend where it did',
      { legend: { show: false } },
      ['options', 'legend', 'showLegend'],
      false,
    ],
    [
      'keeps its colours by names',
      { aliasColors: { errors: '#ff0000' } },
      ['fieldConfig', 'overrides'],
      [
        {
          matcher: { id: 'byName', options: 'errors' },
          properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: '#ff0000' } }],
        },
      ],
    ],
    [
      'draws series on its right axis in the unit of that',
      { seriesOverrides: [{ alias: '/time.*/', yaxis: 2 }] },
      ['fieldConfig', 'overrides'],
      [
        {
          matcher: { id: 'byRegexp', options: '/time.*/' },
          properties: [
            { id: 'unit', value: 's' },
            { id: 'custom.axisPlacement', value: 'right' },
          ],
        },
      ],
    ],
    [
      'draws its limits from their values on',
      { thresholds: [{ op: 'gt', value: 5, colorMode: 'critical', line: true, fill: true }] },
      ['fieldConfig', 'defaults', 'thresholds', 'steps'],
      [
        { value: null, color: 'transparent' },
        { value: 5, color: 'red' },
      ],
    ],
    [
      'draws limits below their values',
      { thresholds: [{ op: 'lt', value: 5, colorMode: 'warning', line: true }] },
      ['fieldConfig', 'defaults', 'thresholds', 'steps'],
      [
        { value: null, color: 'orange' },
        { value: 5, color: 'transparent' },
      ],
    ],
    ['of series becomes bars', { xaxis: { mode: 'series', values: ['avg'] } }, ['type'], 'bargauge'],
    [
      'of series shows the number that it did',
      { xaxis: { mode: 'series', values: ['avg'] } },
      ['options', 'reduceOptions', 'calcs'],
      ['mean'],
    ],
    ['of a histogram stays one', { xaxis: { mode: 'histogram' } }, ['type'], 'histogram'],
  ])('%s', (_, given, field, wanted) => {
    expect(at(graph(given), ...field)).toEqual(wanted);
  });
});

describe('a singlestat', () => {
  test.each([
    ['becomes a number', {}, ['type'], 'stat'],
    ['becomes a dial where it was one', { gauge: { show: true, maxValue: 50 } }, ['type'], 'gauge'],
    [
      'ends where its dial did',
      { gauge: { show: true, maxValue: 50 } },
      ['fieldConfig', 'defaults', 'max'],
      50,
    ],
    ['keeps its unit', {}, ['fieldConfig', 'defaults', 'unit'], 'percent'],
    ['shows the number that it did', {}, ['options', 'reduceOptions', 'calcs'], ['lastNotNull']],
    ['shows the way there', { sparkline: { show: true } }, ['options', 'graphMode'], 'area'],
    [
      'colours its background where it did',
      { colorBackground: true },
      ['options', 'colorMode'],
      'background',
    ],
    [
      'keeps its limits',
      { thresholds: '80, 90', colors: ['green', 'orange', 'red'] },
      ['fieldConfig', 'defaults', 'thresholds', 'steps'],
      [
        { value: null, color: 'green' },
        { value: 80, color: 'orange' },
        { value: 90, color: 'red' },
      ],
    ],
    [
      'keeps its words for values',
      { valueMaps: [{ op: '=', value: '0', text: 'DOWN' }] },
      ['fieldConfig', 'defaults', 'mappings'],
      [{ type: 'value', options: { 0: { text: 'DOWN' } } }],
    ],
    [
      'keeps its words for ranges',
      { mappingType: 2, rangeMaps: [{ from: '1', to: '5', text: 'few' }] },
      ['fieldConfig', 'defaults', 'mappings'],
      [{ type: 'range', options: { from: 1, to: 5, result: { text: 'few' } } }],
    ],
    [
      'says what nothing is',
      { valueMaps: [{ op: '=', value: 'null', text: 'none' }] },
      ['fieldConfig', 'defaults', 'mappings'],
      [{ type: 'special', options: { match: 'null', result: { text: 'none' } } }],
    ],
  ])('%s', (_, given, field, wanted) => {
    expect(at(singlestat(given), ...field)).toEqual(wanted);
  });
});

describe('a table of before', () => {
  const styles = [
    { pattern: 'Time', type: 'hidden' },
    {
      ...{ pattern: '/Value.*/', alias: 'Requests', unit: 'reqps', decimals: 1, type: 'number' },
      ...{ colorMode: 'cell', thresholds: ['5'], colors: ['green', 'red'] },
    },
    { pattern: 'pod', type: 'string', link: true, linkUrl: '/d/pod?var-pod=$__cell', linkTooltip: 'Pod' },
  ];
  const old = { type: 'table', title: 'Pods', styles, transform: 'table' };

  test.each([['table'], ['table-old']])('of kind %s says the same of its columns', (type) => {
    expect(at({ ...old, type }, 'fieldConfig', 'overrides')).toEqual([
      { matcher: { id: 'byName', options: 'Time' }, properties: [{ id: 'custom.hidden', value: true }] },
      {
        matcher: { id: 'byRegexp', options: '/Value.*/' },
        properties: [
          { id: 'displayName', value: 'Requests' },
          { id: 'unit', value: 'reqps' },
          { id: 'decimals', value: 1 },
          { id: 'custom.cellOptions', value: { type: 'color-background' } },
          {
            id: 'thresholds',
            value: {
              mode: 'absolute',
              steps: [
                { value: null, color: 'green' },
                { value: 5, color: 'red' },
              ],
            },
          },
        ],
      },
      {
        matcher: { id: 'byName', options: 'pod' },
        properties: [
          {
            id: 'links',
            value: [{ title: 'Pod', url: '/d/pod?var-pod=${__value.raw}', targetBlank: false }],
          },
        ],
      },
    ]);
  });

  test('puts its queries together as it did', () => {
    expect(at(old, 'transformations')).toEqual([{ id: 'merge', options: { reducers: [] } }]);
  });

  test('is left alone where it is of today', () => {
    const now = { ...old, fieldConfig: { defaults: {}, overrides: [] } };
    expect(upgraded(now)).toBe(now);
  });
});

test('a pie of the plugin of before is one of today', () => {
  const pie = { type: 'grafana-piechart-panel', pieType: 'donut', valueName: 'total', format: 'short' };
  expect(upgraded(pie)).toMatchObject({
    type: 'piechart',
    options: { pieType: 'donut', reduceOptions: { calcs: ['sum'] } },
  });
});

test('a text of before is one of today', () => {
  expect(upgraded({ type: 'text', content: 'Hello', mode: 'html' })).toEqual({
    type: 'text',
    options: { content: 'Hello', mode: 'html' },
  });
});

describe('rows of before', () => {
  const half = { ...graph(), gridPos: undefined, span: 6 };

  test('put panels side by side by their spans, and below', () => {
    const rows = [{ height: '250px', panels: [half, half, { ...half, span: 12 }] }];
    expect(panelsOf({ rows }).map(({ gridPos }) => gridPos)).toEqual([
      { x: 0, y: 0, w: 12, h: 7 },
      { x: 12, y: 0, w: 12, h: 7 },
      { x: 0, y: 7, w: 24, h: 7 },
    ]);
  });

  test('are headings where their titles are shown', () => {
    const rows = [
      { title: 'First', showTitle: true, panels: [half] },
      { title: 'Second', collapse: true, panels: [half] },
    ];
    expect(panelsOf({ rows }).map(({ type, title, collapsed }) => [type, title, collapsed])).toEqual([
      ['row', 'First', false],
      ['graph', 'Requests', undefined],
      ['row', 'Second', true],
    ]);
  });

  test('are headings where they stand for each value of a variable', () => {
    expect(panelsOf({ rows: [{ title: 'Pod', repeat: 'pod', panels: [half] }] })).toMatchObject([
      { type: 'row', repeat: 'pod' },
      { type: 'graph' },
    ]);
  });
});

test.each([
  ['a graph', graph({ seriesOverrides: [{ alias: 'a', yaxis: 2 }], legend: { show: true } })],
  ['a singlestat', { ...singlestat(), targets: [{ expr: 'up', refId: 'A' }] }],
])('%s comes in as it is upgraded', (_, old) => {
  expect(parityOf(model([old])).panels).toEqual([{ title: String(old['title']), differences: [] }]);
});
