import { describe, expect, test } from '@jest/globals';
import { datasource } from '#dashboards/datasource.js';
import { bargauge } from '#dashboards/panel/bargauge.js';
import { gauge } from '#dashboards/panel/gauge.js';
import { heatmap } from '#dashboards/panel/heatmap.js';
import { logs } from '#dashboards/panel/logs.js';
import { visualization } from '#dashboards/panel/own.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { piechart } from '#dashboards/panel/piechart.js';
import { greatestShown } from '#dashboards/panel/scale.js';
import { stat } from '#dashboards/panel/stat.js';
import { table } from '#dashboards/panel/table.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { leftByPerses, persesSpec } from '#dashboards/perses/dashboard.js';
import { query } from '#dashboards/query.js';
import { row } from '#dashboards/row.js';
import { choice, labelValues } from '#dashboards/variable.js';
import { valueAt } from '#ground/field.js';
import { gauge as gaugeOf, histogram } from '#promql/metric/declare.js';
import { count, seconds } from '#promql/unit/limit.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { rate, value } from '#promql/vector/select.js';
import { estate } from '../../estate.js';
import {
  alertOn,
  duration,
  errorRatio,
  latency,
  note,
  openBaskets,
  requestRate,
  requests,
  shop,
  startTime,
  storeFill,
} from '../fixture.js';
import { refusedByPerses } from './schema.js';

const native = histogram('shop_wait_seconds', {
  help: 'Time to wait.',
  stored: 'native',
});
const isShut = max(value(gaugeOf('shop_shut', { help: 'Whether it is shut.', unit: 'boolean' })));
const description = 'What it shows.';
const slow = alertOn('Slow', 'critical', { signal: latency('5m'), operator: '>', limit: seconds(1) });
const idle = alertOn('Idle', 'warning', { signal: openBaskets, operator: '<', limit: count(5) });

/** One panel of every kind. */
const every: readonly Panel[] = [
  timeseries('Latency', { description, signal: latency('$__rate_interval'), limits: [slow] }),
  timeseries('Latency and requests', {
    description,
    signal: latency('$__rate_interval'),
    right: [query(requestRate('$__rate_interval'))],
  }),
  timeseries('Baskets', { description, signal: openBaskets, limits: [idle], stacked: true, max: count(50) }),
  stat('Open', {
    description,
    signal: openBaskets,
    values: { 0: { text: 'none', color: 'red' } },
    decimals: 0,
  }),
  gauge('Errors', { description, signal: errorRatio('$__rate_interval') }),
  bargauge('Stores', { description, signal: storeFill }),
  piechart('Shares', { description, signal: requestRate('$__rate_interval') }),
  table('Table', {
    description,
    columns: { path: 'Path' },
    numbers: { Requests: requestRate('$__rate_interval'), Baskets: openBaskets },
    values: { path: { '/': { text: 'home', color: 'blue' } } },
    greatestFirst: 'Requests',
  }),
  stat('Since', { description, signal: startTime }),
  heatmap('Durations', { description, histogram: native }),
  logs('Lines', { description, logql: '{app="shop"}' }),
  note('Note'),
  visualization('state-timeline')('States', { description, signal: openBaskets }),
];

const specOf = (panel: Panel, spec: Parameters<typeof shop>[1] = {}) => persesSpec(shop([panel], spec));
const chartOf = (panel: Panel) => Object.values(specOf(panel).panels)[0]?.spec.plugin;
const leftOf = (panel: Panel) => leftByPerses(shop([panel])).map(({ why }) => why);

describe('a dashboard for Perses', () => {
  test.each(every.map((panel) => [panel.kind, panel.title, panel] as const))(
    'is as its schema has it with a %s: %s',
    (_, __, panel) => {
      expect(refusedByPerses(specOf(panel))).toEqual([]);
    },
  );

  test.each(estate.flatMap(({ dashboards }) => dashboards.map((each) => [each.uid, each] as const)))(
    'is as its schema has it: %s',
    (_, dashboard) => {
      expect(refusedByPerses(persesSpec(dashboard))).toEqual([]);
    },
  );

  test('draws each kind by the plugin of its own', () => {
    expect(every.map((panel) => chartOf(panel)?.kind)).toEqual([
      ...['TimeSeriesChart', 'TimeSeriesChart', 'TimeSeriesChart', 'StatChart', 'GaugeChart', 'BarChart'],
      ...['PieChart', 'Table', 'StatChart', 'HeatMapChart', 'LogsTable', 'Markdown', 'StatusHistoryChart'],
    ]);
  });

  test('asks what Grafana asks, under the same legend and as seldom', () => {
    const [panel] = Object.values(specOf(timeseries('Baskets', { description, signal: openBaskets })).panels);
    expect(panel?.spec.queries).toEqual([
      {
        kind: 'TimeSeriesQuery',
        spec: {
          plugin: {
            kind: 'PrometheusTimeSeriesQuery',
            spec: {
              datasource: { kind: 'PrometheusDatasource', name: 'prometheus' },
              query: 'max by (path) (shop_baskets)',
              seriesNameFormat: '{{path}}',
              minStep: '30s',
            },
          },
        },
      },
    ]);
  });

  test('asks the data source that its panel names', () => {
    const thanos = datasource('prometheus', { uid: 'thanos', name: 'Thanos' });
    const spec = specOf(timeseries('Baskets', { description, signal: openBaskets, datasource: thanos }));
    expect(
      valueAt(spec, ['panels', 'baskets', 'spec', 'queries', 0, 'spec', 'plugin', 'spec', 'datasource']),
    ).toEqual({
      kind: 'PrometheusDatasource',
      name: 'thanos',
    });
  });

  test('draws the line of a limit that is crossed downwards in its colour too', () => {
    const chart = chartOf(timeseries('Baskets', { description, signal: openBaskets, limits: [idle] }));
    expect(valueAt(chart, ['spec', 'thresholds'])).toEqual({ steps: [{ value: 5, color: '#fade2a' }] });
  });

  test('colours a number below its first limit, and from it on', () => {
    const chart = chartOf(stat('Baskets', { description, signal: openBaskets, limits: [idle] }));
    expect(valueAt(chart, ['spec', 'thresholds'])).toEqual({
      defaultColor: '#fade2a',
      steps: [{ value: 5, color: '#73bf69' }],
    });
  });

  test('gives queries of another unit an axis of their own', () => {
    const right = [query(requestRate('$__rate_interval'))] as const;
    const chart = chartOf(timeseries('Both', { description, signal: latency('$__rate_interval'), right }));
    expect(valueAt(chart, ['spec', 'querySettings'])).toEqual([
      { queryIndex: 1, format: { unit: 'counts/sec' } },
    ]);
  });

  test('names the columns of a table by the numbers of their queries', () => {
    const numbers = { Requests: requestRate('$__rate_interval'), Baskets: openBaskets };
    const chart = chartOf(table('Table', { description, columns: { path: 'Path' }, numbers }));
    expect(valueAt(chart, ['spec', 'columnSettings'])).toEqual([
      { name: 'path', header: 'Path' },
      { name: 'value #1', header: 'Requests', format: { unit: 'counts/sec' } },
      { name: 'value #2', header: 'Baskets', format: { unit: 'decimal' } },
      { name: 'timestamp', hide: true },
    ]);
  });

  test('says yes and no of what is one or the other', () => {
    const chart = chartOf(stat('Shut', { description, signal: isShut }));
    expect(valueAt(chart, ['spec', 'mappings'])).toEqual([
      { kind: 'Value', spec: { value: '0', result: { value: 'No' } } },
      { kind: 'Value', spec: { value: '1', result: { value: 'Yes' } } },
    ]);
  });

  test('offers the values of a label, and those of a list', () => {
    const path = labelValues('path', requests, { multiple: true });
    const window = choice('window', ['5m', '1h']);
    const panel = timeseries('Requests for $window', {
      description,
      signal: sum(rate(requests.where({ path }), '$__rate_interval')),
    });
    expect(specOf(panel, { variables: [path, window] }).variables).toEqual([
      {
        kind: 'ListVariable',
        spec: {
          ...{ name: 'path', display: { name: 'path' }, allowMultiple: true, allowAllValue: true },
          ...{ defaultValue: ['$__all'], sort: 'alphabetical-asc' },
          plugin: {
            kind: 'PrometheusLabelValuesVariable',
            spec: {
              datasource: { kind: 'PrometheusDatasource', name: 'prometheus' },
              labelName: 'path',
              matchers: ['shop_requests_total'],
            },
          },
        },
      },
      {
        kind: 'ListVariable',
        spec: {
          ...{ name: 'window', display: { name: 'window' }, allowMultiple: false, allowAllValue: false },
          defaultValue: '5m',
          plugin: { kind: 'StaticListVariable', spec: { values: ['5m', '1h'] } },
        },
      },
    ]);
  });

  test('puts panels under headings that are open or closed, each from its first line on', () => {
    const { layouts } = persesSpec(
      shop([
        note('First'),
        row('Open', [note('Second')]),
        row('Closed', [note('Third')], { collapsed: true }),
      ]),
    );
    expect(
      layouts.map(({ spec }) => [spec.display, spec.items.map(({ y, content }) => [y, content.$ref])]),
    ).toEqual([
      [undefined, [[0, '#/spec/panels/first']]],
      [{ title: 'Open', collapse: { open: true } }, [[0, '#/spec/panels/second']]],
      [{ title: 'Closed', collapse: { open: false } }, [[0, '#/spec/panels/third']]],
    ]);
  });

  test('marks when alerts fire', () => {
    expect(specOf(note('Note'), { alerts: [idle] }).annotations).toMatchObject([
      {
        display: { name: 'Firing alerts' },
        plugin: { spec: { expr: 'ALERTS{alertstate="firing", application="shop"}' } },
      },
    ]);
  });

  test('links to the runbooks of the alerts that it draws', () => {
    const panel = timeseries('Baskets', { description, signal: openBaskets, limits: [idle] });
    const { panels } = specOf(panel, {
      alerts: [idle],
      runbook: (name) => `https://runbooks.example/${name}`,
    });
    expect(panels['baskets']?.spec.links).toEqual([
      {
        ...{ name: 'Runbook: Idle', url: 'https://runbooks.example/Idle' },
        ...{ targetBlank: true, renderVariables: true },
      },
    ]);
  });
});

describe('of what Perses has no word for is told', () => {
  test.each([
    ['nothing', timeseries('Baskets', { description, signal: openBaskets }), []],
    [
      'the heat map of a classic histogram',
      heatmap('Durations', { description, histogram: duration }),
      [
        "Perses has no word for the heat map: of a classic histogram it draws the buckets as lines ('Durations')",
      ],
    ],
    [
      'a kind that it has not',
      visualization('candlestick')('Candles', { description, signal: openBaskets }),
      ["Perses has no word for the kind candlestick: it is drawn as lines ('Candles')"],
    ],
    [
      'a gauge that is as long as what it shows',
      gauge('Baskets', { description, signal: openBaskets, max: greatestShown }),
      ["Perses has no word for that it ends at the greatest value shown ('Baskets')"],
    ],
    [
      'what stands for no series',
      stat('Baskets', { description, signal: openBaskets, noValue: 'none' }),
      ["Perses has no word for what stands where there is no series ('Baskets')"],
    ],
    [
      'the colours of slices',
      piechart('Shares', { description, signal: requestRate('$__rate_interval'), colors: { '/': 'red' } }),
      ["Perses has no word for the colours of single slices ('Shares')"],
    ],
    [
      'the colours of bars',
      bargauge('Baskets', { description, signal: openBaskets, max: greatestShown, limits: [idle] }),
      ["Perses has no word for the colours of limits ('Baskets')"],
    ],
  ])('%s', (_, panel, told) => {
    expect(leftOf(panel)).toEqual(told);
  });

  test('once for all panels that it is of', () => {
    const panels = ['One', 'Two'].map((title) =>
      stat(title, { description, signal: openBaskets, noValue: '-' }),
    );
    expect(leftByPerses(shop(panels)).map(({ why }) => why)).toEqual([
      "Perses has no word for what stands where there is no series ('One', 'Two')",
    ]);
  });

  test('as a hint, which refuses nothing', () => {
    expect(leftByPerses(shop([note('Note')], { tags: ['team-a'] }))).toMatchObject([{ isHint: true }]);
  });
});
