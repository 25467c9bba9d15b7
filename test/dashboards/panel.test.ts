import { describe, expect, test } from '@jest/globals';
import { above, below } from '#alerts/rule/condition.js';
import { gauge } from '#dashboards/panel/gauge.js';
import { heatmap } from '#dashboards/panel/heatmap.js';
import { logs } from '#dashboards/panel/logs.js';
import { piechart } from '#dashboards/panel/piechart.js';
import { greatestShown } from '#dashboards/panel/scale.js';
import { stat } from '#dashboards/panel/stat.js';
import { table } from '#dashboards/panel/table.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { query } from '#dashboards/query.js';
import { histogram } from '#promql/metric/declare.js';
import { count, gibibytes, percent, seconds } from '#promql/unit/limit.js';
import {
  alertOn,
  duration,
  errorRatio,
  latency,
  openBaskets,
  rendered,
  requestRate,
  startTime,
  storeFill,
  usedMemory,
} from './fixture.js';

const description = 'What it shows.';
const errorsHigh = alertOn('ErrorsHigh', 'critical', above(errorRatio('5m'), percent(5)));
const filling = alertOn('Filling', 'warning', above(storeFill, percent(70)));
const full = alertOn('Full', 'critical', above(storeFill, percent(85)));
const slow = alertOn('Slow', 'warning', above(latency('5m'), seconds(5)));

describe('a timeseries panel', () => {
  const errors = { description, signal: errorRatio('5m') };

  test('calls its series by their labels', () => {
    expect(rendered(timeseries('Errors', errors)).targets).toMatchObject([{ legendFormat: '{{path}}' }]);
  });

  test('calls its series as the legend says', () => {
    const panel = timeseries('Errors', {
      description,
      signal: errorRatio('5m'),
      legend: ({ path }) => `of ${path}`,
    });
    expect(rendered(panel).targets).toMatchObject([{ legendFormat: 'of {{path}}' }]);
  });

  test('refuses a legend with a label that its signal does not have (mistake 23)', () => {
    const status: string = '{{ status }} of {{path}}';
    expect(() => timeseries('Errors', { ...errors, legend: status })).toThrow(
      "legend '{{ status }} of {{path}}': the signal has no label status; it has path",
    );
  });

  test('shows its legend', () => {
    expect(rendered(timeseries('Errors', errors)).options).toMatchObject({ legend: { showLegend: true } });
  });

  test('follows the unit of its signal', () => {
    expect(rendered(timeseries('Errors', errors)).fieldConfig?.defaults.unit).toBe('percentunit');
  });

  test('shows a finer unit where the signal leaves a choice', () => {
    const panel = timeseries('Requests', { description, signal: requestRate('5m'), unit: 'reqps' });
    expect(rendered(panel).fieldConfig?.defaults.unit).toBe('reqps');
  });

  test('draws a red line where a critical alert fires', () => {
    expect(
      rendered(timeseries('Errors', { ...errors, limits: [errorsHigh] })).fieldConfig?.defaults,
    ).toMatchObject({
      thresholds: {
        steps: [
          { color: 'transparent', value: null },
          { color: 'red', value: 0.05 },
        ],
      },
      custom: { thresholdsStyle: { mode: 'line' } },
    });
  });

  test('draws a yellow line where a warning fires', () => {
    const panel = timeseries('Time', { description, signal: latency('5m'), limits: [slow] });
    expect(rendered(panel).fieldConfig?.defaults.thresholds?.steps).toContainEqual({
      color: 'yellow',
      value: 5,
    });
  });

  test('reaches up to the line, so that it is seen', () => {
    const panel = timeseries('Errors', { ...errors, limits: [errorsHigh] });
    expect(rendered(panel).fieldConfig?.defaults.custom).toMatchObject({ axisSoftMin: 0, axisSoftMax: 0.05 });
  });

  test('asks in steps no finer than the scrapes, so that $__rate_interval holds four', () => {
    expect(rendered(timeseries('Errors', errors), { scrapeInterval: '1m' }).interval).toBe('1m');
  });

  test('draws what others are held against dashed', () => {
    const panel = timeseries('Memory', {
      description,
      queries: [query(usedMemory), query(usedMemory, 'limit', { dashed: true })],
    });
    expect(rendered(panel).fieldConfig?.overrides).toMatchObject([
      {
        matcher: { id: 'byFrameRefID', options: 'B' },
        properties: [{ id: 'custom.lineStyle', value: { fill: 'dash' } }, {}, {}],
      },
    ]);
  });

  test('gives another unit an axis at the right', () => {
    const panel = timeseries('Both', { ...errors, right: [query(latency('5m'))] });
    expect(rendered(panel).fieldConfig?.overrides).toEqual([
      {
        matcher: { id: 'byFrameRefID', options: 'B' },
        properties: [
          { id: 'unit', value: 's' },
          { id: 'custom.axisPlacement', value: 'right' },
        ],
      },
    ]);
  });
});

describe('a stat panel', () => {
  test('shows what is now, not what was last seen', () => {
    expect(rendered(stat('Baskets', { description, signal: openBaskets })).targets).toMatchObject([
      { instant: true, range: false },
    ]);
  });

  test('is red below the limit of an alert that fires there', () => {
    const few = alertOn('FewBaskets', 'critical', below(openBaskets, count(1)));
    const panel = stat('Baskets', { description, signal: openBaskets, limits: [few] });
    expect(rendered(panel).fieldConfig?.defaults.thresholds?.steps).toEqual([
      { value: null, color: 'red' },
      { value: 1, color: 'green' },
    ]);
  });

  test('is neither good nor bad without limits', () => {
    expect(
      rendered(stat('Baskets', { description, signal: openBaskets })).fieldConfig?.defaults.thresholds?.steps,
    ).toEqual([{ value: null, color: 'blue' }]);
  });

  test('shows words for values', () => {
    const panel = stat('Baskets', {
      description,
      signal: openBaskets,
      values: { 0: { text: 'none', color: 'red' } },
    });
    expect(rendered(panel).fieldConfig?.defaults.mappings).toEqual([
      { type: 'value', options: { 0: { text: 'none', color: 'red', index: 0 } } },
    ]);
  });

  test('counts whole things in whole numbers', () => {
    const panel = stat('Baskets', { description, signal: openBaskets, decimals: 0 });
    expect(rendered(panel).fieldConfig?.defaults.decimals).toBe(0);
  });

  test('shows a moment in milliseconds, as Grafana counts', () => {
    const panel = rendered(stat('Started', { description, signal: startTime }));
    expect(panel.targets).toMatchObject([{ expr: 'max by (pod) (shop_start_timestamp_seconds) * 1000' }]);
  });
});

describe('a gauge panel', () => {
  test('is full at 100% of a ratio', () => {
    expect(rendered(gauge('Fill', { description, signal: storeFill })).fieldConfig?.defaults).toMatchObject({
      min: 0,
      max: 1,
    });
  });

  test('is full where it is told', () => {
    const panel = gauge('Memory', { description, signal: usedMemory, max: gibibytes(2) });
    expect(rendered(panel).fieldConfig?.defaults.max).toBe(2 * 1024 ** 3);
  });

  test('is full at the greatest value shown, where the whole is one of them', () => {
    const panel = gauge('Memory', { description, signal: usedMemory, max: greatestShown });
    expect(rendered(panel).fieldConfig?.defaults).not.toHaveProperty('max');
  });

  test('is red below zero where it is what is left of a budget', () => {
    const panel = stat('Left', { description, signal: storeFill, budget: true });
    expect(rendered(panel).fieldConfig?.defaults.thresholds?.steps).toEqual([
      { value: null, color: 'red' },
      { value: 0, color: 'green' },
    ]);
  });

  test('changes its colour at the limits of alerts, by their severities', () => {
    const panel = gauge('Fill', {
      description,
      signal: storeFill,
      limits: [filling, full],
    });
    expect(rendered(panel).fieldConfig?.defaults.thresholds?.steps).toEqual([
      { value: null, color: 'green' },
      { value: 0.7, color: 'yellow' },
      { value: 0.85, color: 'red' },
    ]);
  });
});

describe('a table', () => {
  const pods = { description, rows: startTime, columns: { pod: 'Pod' } };

  test('hides the time and the value that says nothing', () => {
    expect(rendered(table('Pods', pods)).transformations).toEqual([
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true, Value: true },
          indexByName: { pod: 0 },
          renameByName: { pod: 'Pod' },
        },
      },
    ]);
  });

  test('colours the values of a label', () => {
    const panel = table('Pods', { ...pods, values: { pod: { a: { color: 'red' } } } });
    expect(rendered(panel).fieldConfig?.overrides).toEqual([
      {
        matcher: { id: 'byName', options: 'Pod' },
        properties: [
          { id: 'mappings', value: [{ type: 'value', options: { a: { color: 'red', index: 0 } } }] },
          { id: 'custom.cellOptions', value: { type: 'color-text' } },
        ],
      },
    ]);
  });

  test('puts several numbers beside each other, each in its unit', () => {
    const panel = rendered(
      table('Shop', {
        description,
        numbers: { Errors: errorRatio('5m'), Time: latency('5m') },
        columns: { path: 'Path' },
      }),
    );
    expect([panel.transformations, panel.fieldConfig?.overrides]).toMatchObject([
      [
        { id: 'merge' },
        { options: { renameByName: { path: 'Path', 'Value #A': 'Errors', 'Value #B': 'Time' } } },
      ],
      [
        { matcher: { options: 'Errors' }, properties: [{ value: 'percentunit' }] },
        { matcher: { options: 'Time' }, properties: [{ value: 's' }] },
      ],
    ]);
  });

  test('puts the greatest number first, in the unit and with the digits that it is told', () => {
    const panel = rendered(
      table('Shop', {
        description,
        numbers: { Requests: requestRate('5m') },
        units: { Requests: 'reqps' },
        decimals: 1,
        greatestFirst: 'Requests',
        columns: { path: 'Path' },
      }),
    );
    expect(panel).toMatchObject({
      options: { sortBy: [{ displayName: 'Requests', desc: true }] },
      fieldConfig: { defaults: { decimals: 1 }, overrides: [{ properties: [{ value: 'reqps' }] }] },
    });
  });
});

test('slices of a pie whose meaning has a colour have it', () => {
  const panel = piechart('Baskets', { description, signal: openBaskets, colors: { checkout: 'red' } });
  expect(rendered(panel).fieldConfig?.overrides).toEqual([
    {
      matcher: { id: 'byName', options: 'checkout' },
      properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: 'red' } }],
    },
  ]);
});

describe('a heatmap', () => {
  const panel = rendered(heatmap('Times', { description, histogram: duration }));

  test('asks for the buckets', () => {
    expect(panel.targets).toMatchObject([
      {
        expr: 'sum by (le) (increase(shop_request_duration_seconds_bucket[$__rate_interval]))',
        format: 'heatmap',
        legendFormat: '{{le}}',
      },
    ]);
  });

  test('of a native histogram asks for its cells, which Grafana takes as they come', () => {
    const wait = histogram('shop_wait_seconds', { help: 'Time in the queue', stored: 'native' });
    expect(rendered(heatmap('Waits', { description, histogram: wait })).targets).toMatchObject([
      { expr: 'sum(increase(shop_wait_seconds[$__rate_interval]))', format: 'time_series' },
    ]);
  });

  test('has an axis in the unit of the histogram', () => {
    expect(panel.options).toMatchObject({ yAxis: { unit: 's' } });
  });
});

test('logs are asked of Loki', () => {
  expect(rendered(logs('Log', { description, logql: '{app="shop"}' })).targets).toMatchObject([
    { expr: '{app="shop"}', datasource: { type: 'loki', uid: 'loki' } },
  ]);
});
