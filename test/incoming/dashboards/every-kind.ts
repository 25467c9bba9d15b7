import type { Json } from '#incoming/dashboards/read.js';
import { panel } from './sample.js';

const thresholds = {
  mode: 'absolute',
  steps: [
    { value: null, color: '#00ff00' },
    { value: 0.8, color: 'super-light-red' },
    { value: 0.9, color: 'dark-red' },
  ],
};

/** A panel of every kind, each with what its kind alone says. */
export const everyKind: readonly Json[] = [
  panel({
    ...{ type: 'timeseries', title: 'Time series', description: 'What is asked for.' },
    targets: [
      { refId: 'A', expr: 'sum by ($label) (rate(shop_requests_total{pod=~"${pod:regex}"}[$window]))' },
      { refId: 'C', expr: 'topk([[top]], ${metric}_total offset $ago)', hide: true, interval: '1m' },
    ],
    fieldConfig: {
      defaults: { unit: 'ms', thresholds, custom: { lineWidth: 2, thresholdsStyle: { mode: 'line' } } },
      overrides: [
        {
          matcher: { id: 'byRegexp', options: '/5../' },
          properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: 'red' } }],
        },
      ],
    },
    options: { legend: { calcs: ['mean'], displayMode: 'table', placement: 'right', showLegend: true } },
  }),
  panel({
    ...{ type: 'stat', title: 'Stat' },
    targets: [{ refId: 'A', expr: 'up', instant: true }],
    fieldConfig: {
      defaults: {
        ...{ unit: 'percentunit', decimals: 2, min: 0, max: 1, noValue: 'none', thresholds },
        mappings: [{ type: 'value', options: { 0: { text: 'down', color: 'red', index: 0 } } }],
      },
      overrides: [],
    },
    options: { reduceOptions: { values: false, calcs: ['max'], fields: '' }, colorMode: 'background' },
  }),
  panel({ type: 'gauge', title: 'Gauge' }),
  panel({ type: 'bargauge', title: 'Bar gauge', options: { displayMode: 'lcd' } }),
  panel({
    ...{ type: 'table', title: 'Table' },
    targets: [{ refId: 'A', expr: 'sum by (pod) (up)', format: 'table', instant: true }],
    transformations: [{ id: 'organize', options: { excludeByName: { Time: true } } }, { id: 'merge' }],
  }),
  panel({
    ...{ type: 'heatmap', title: 'Heatmap' },
    targets: [{ refId: 'A', expr: 'sum by (le) (increase(shop_seconds_bucket[1m]))', format: 'heatmap' }],
  }),
  panel({ type: 'piechart', title: 'Pie', options: { pieType: 'donut' } }),
  panel({
    ...{ type: 'logs', title: 'Logs', datasource: { type: 'loki', uid: 'loki' } },
    targets: [{ refId: 'A', expr: '{app="shop"} |= `error`', queryType: 'range' }],
  }),
  panel({
    ...{ type: 'text', title: '', targets: undefined, datasource: undefined },
    options: { mode: 'html', content: '<b>Hello</b>' },
  }),
  panel({ type: 'state-timeline', title: 'States', options: { showValue: 'auto' } }),
  panel({ type: 'dashlist', title: 'Others', targets: undefined, options: { tags: ['shop'] } }),
  panel({
    ...{ type: 'barchart', title: 'SQL', datasource: { type: 'postgres', uid: 'shop' } },
    targets: [{ refId: 'A', rawSql: 'SELECT 1', format: 'table' }],
  }),
  panel({ ...{ title: 'Each pod', repeat: 'pod', repeatDirection: 'h', maxPerRow: 4, interval: '1m' } }),
];
