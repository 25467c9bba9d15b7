import { createDataFrame, DataFrameType, FieldType } from '@grafana/data';
import { from, series, type Shown, step, times } from './given.js';
import { steps } from './values.js';

const bounds = ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '+Inf'];
const histogram = createDataFrame({
  meta: { type: DataFrameType.HeatmapRows },
  fields: [
    { name: 'Time', type: FieldType.time, values: times, config: { interval: step } },
    ...bounds.map((le, row) => ({
      name: le,
      type: FieldType.number,
      labels: { le },
      config: { displayNameFromDS: le },
      values: times.map((_, at) =>
        Math.max(0, Math.round(40 * Math.exp(-((row - 4 - 2 * Math.sin(at / 20)) ** 2)) - 1)),
      ),
    })),
  ],
});

const pods = createDataFrame({
  fields: [
    {
      name: 'Pod',
      type: FieldType.string,
      values: ['api-0', 'api-1', 'worker-0', 'a-pod-with-a-name-that-is-far-too-long-for-its-column'],
    },
    { name: 'Phase', type: FieldType.string, values: ['Running', 'Running', 'Failed', 'Pending'] },
    { name: 'Memory', type: FieldType.number, values: [3 * 2 ** 28, 2 ** 30, 2 ** 29, 2 ** 20] },
    { name: 'P95', type: FieldType.number, values: [0.12, 1.4, 0.6, null] },
    { name: 'Load', type: FieldType.number, values: [0.2, 0.9, 0.5, 0.05] },
  ],
});

/** Panels of all other kinds. */
export const others: readonly Shown[] = [
  {
    id: 'table',
    type: 'table',
    title: 'Pods',
    frames: [pods],
    options: {
      showHeader: true,
      cellHeight: 'sm',
      sortBy: [{ displayName: 'Memory', desc: true }],
      footer: { show: true, reducer: ['sum'], fields: ['Memory'] },
    },
    fieldConfig: {
      defaults: { unit: 'none', thresholds: steps([-Infinity, 'green'], [0.5, 'yellow'], [1, 'red']) },
      overrides: [
        {
          matcher: { id: 'byName', options: 'Phase' },
          properties: [
            {
              id: 'mappings',
              value: [
                {
                  type: 'value',
                  options: { Running: { color: 'green', index: 0 }, Failed: { color: 'red', index: 1 } },
                },
              ],
            },
            { id: 'custom.cellOptions', value: { type: 'color-text' } },
          ],
        },
        {
          matcher: { id: 'byName', options: 'Memory' },
          properties: [
            { id: 'unit', value: 'bytes' },
            { id: 'links', value: [{ title: 'Pod', url: 'https://grafana.example.org/d/pods' }] },
          ],
        },
        {
          matcher: { id: 'byName', options: 'P95' },
          properties: [
            { id: 'unit', value: 's' },
            { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
          ],
        },
        {
          matcher: { id: 'byName', options: 'Load' },
          properties: [
            { id: 'unit', value: 'percentunit' },
            { id: 'max', value: 1 },
            { id: 'min', value: 0 },
            { id: 'custom.cellOptions', value: { type: 'gauge', mode: 'gradient' } },
            { id: 'custom.width', value: 180 },
          ],
        },
      ],
    },
    width: 760,
    height: 220,
  },
  {
    id: 'heat',
    type: 'heatmap',
    title: 'Latency',
    frames: [histogram],
    options: {
      color: { mode: 'scheme', scheme: 'Oranges', steps: 64, reverse: false },
      yAxis: { unit: 's', axisPlacement: 'left' },
      cellGap: 1,
      filterValues: { le: 1e-9 },
      legend: { show: true },
    },
    height: 240,
    width: 480,
  },
  {
    id: 'logs',
    type: 'logs',
    title: 'Logs',
    frames: [
      createDataFrame({
        fields: [
          { name: 'Time', type: FieldType.time, values: [from, from + 1000, from + 2000] },
          {
            name: 'Line',
            type: FieldType.string,
            values: ['level=info msg="started"', 'level=error msg="connection refused"', 'plain <b>text</b>'],
          },
        ],
      }),
    ],
    options: { showTime: true, wrapLogMessage: true, sortOrder: 'Descending' },
  },
  { id: 'logs-none', type: 'logs', title: 'Logs without Loki', frames: [] },
  {
    id: 'text',
    type: 'text',
    title: 'Text',
    frames: [],
    options: {
      mode: 'markdown',
      content:
        '## Owner\n\n**team-shop**, [runbook](https://example.org)\n\n<script>document.body.dataset.ran = "1"</script>\n\n- one\n- two',
    },
  },
  { id: 'unknown', type: 'nodeGraph', title: 'Of another kind', frames: [] },
  {
    id: 'state',
    type: 'state-timeline',
    title: 'Up over time',
    frames: [
      series('api', (share) => (share > 0.5 && share < 0.6 ? 0 : 1)),
      series('worker', (_, at) => (at % 60 < 10 ? 0 : 1), 'B'),
    ],
    options: {
      mergeValues: true,
      showValue: 'auto',
      rowHeight: 0.9,
      legend: { showLegend: true, displayMode: 'list', placement: 'bottom' },
    },
    fieldConfig: {
      defaults: {
        custom: { fillOpacity: 70 },
        mappings: [
          {
            type: 'value',
            options: {
              0: { text: 'down', color: 'red', index: 0 },
              1: { text: 'up', color: 'green', index: 1 },
            },
          },
        ] as never,
      },
      overrides: [],
    },
  },
  {
    id: 'history',
    type: 'status-history',
    title: 'Status history',
    frames: [series('api', (share) => Math.floor(share * 4) % 2)],
    options: { showValue: 'never', rowHeight: 0.9, colWidth: 0.9 },
    fieldConfig: { defaults: { thresholds: steps([-Infinity, 'green'], [1, 'red']) }, overrides: [] },
  },
];
