import { from, series, type Shown, wave } from './given.js';

const custom = { lineWidth: 1, fillOpacity: 10, showPoints: 'never', axisSoftMin: 0 };
const palette = { color: { mode: 'palette-classic' } };
const list = { legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] } };
const multi = { tooltip: { mode: 'multi', sort: 'desc' } };

/** Time series, each of which shows something else. */
export const times: readonly Shown[] = [
  {
    id: 'plain',
    type: 'timeseries',
    title: 'Requests by code',
    frames: [
      series('200', wave(1200, 700)),
      series('500', wave(60, 40), 'B'),
      series('404', wave(300, 100), 'C'),
    ],
    options: { ...list, ...multi },
    fieldConfig: {
      defaults: { unit: 'reqps', custom, ...palette },
      overrides: [
        {
          matcher: { id: 'byName', options: '500' },
          properties: [
            { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
            { id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } },
          ],
        },
      ],
    },
    regions: [
      {
        from: from + 3_600_000,
        to: from + 6_000_000,
        title: 'HighErrorRate',
        text: '5xx over 5% for 10m',
        colour: '#F2495C',
      },
    ],
  },
  {
    id: 'below',
    type: 'timeseries',
    title: 'A share that must not fall below 10%',
    frames: [series('free', wave(0.3, 0.25))],
    options: { ...list, ...multi },
    fieldConfig: {
      defaults: {
        unit: 'percentunit',
        max: 1,
        custom: { ...custom, thresholdsStyle: { mode: 'line' } },
        ...palette,
        thresholds: {
          mode: 'absolute',
          steps: [
            { value: -Infinity, color: 'red' },
            { value: 0.1, color: 'transparent' },
          ],
        },
      } as never,
      overrides: [],
    },
  },
  {
    id: 'axes',
    type: 'timeseries',
    title: 'Memory and CPU',
    frames: [series('memory', wave(1.4e9, 6e8)), series('cpu', wave(0.4, 0.3, 3), 'B')],
    options: {
      ...multi,
      legend: {
        showLegend: true,
        displayMode: 'table',
        placement: 'bottom',
        calcs: ['mean', 'max', 'lastNotNull'],
        sortBy: 'Max',
        sortDesc: false,
      },
    },
    fieldConfig: {
      defaults: { unit: 'bytes', custom, ...palette },
      overrides: [
        {
          matcher: { id: 'byFrameRefID', options: 'B' },
          properties: [
            { id: 'unit', value: 'percentunit' },
            { id: 'custom.axisPlacement', value: 'right' },
          ],
        },
      ],
    },
  },
  {
    id: 'stacked',
    type: 'timeseries',
    title: 'Stacked, in seconds, with areas',
    frames: [
      series('db', wave(40, 20)),
      series('cache', (share) => (share > 0.4 && share < 0.5 ? null : 30), 'B'),
      series('app', wave(50, 30, 4), 'C'),
    ],
    options: {
      ...multi,
      legend: {
        showLegend: true,
        displayMode: 'table',
        placement: 'right',
        calcs: ['max'],
        sortBy: 'Max',
        sortDesc: true,
      },
    },
    fieldConfig: {
      defaults: {
        unit: 's',
        custom: {
          ...custom,
          fillOpacity: 30,
          stacking: { mode: 'normal', group: 'A' },
          thresholdsStyle: { mode: 'dashed+area' },
        },
        ...palette,
        thresholds: {
          mode: 'absolute',
          steps: [
            { value: -Infinity, color: 'transparent' },
            { value: 90, color: 'yellow' },
            { value: 150, color: 'red' },
          ],
        },
      } as never,
      overrides: [],
    },
  },
  {
    id: 'bars',
    type: 'timeseries',
    title: 'Bars in percent',
    frames: [series('GET', wave(40, 20)), series('POST', wave(20, 10), 'B')],
    options: { ...list, ...multi },
    fieldConfig: {
      defaults: {
        unit: 'reqps',
        custom: { ...custom, drawStyle: 'bars', fillOpacity: 80, stacking: { mode: 'percent', group: 'A' } },
        ...palette,
      },
      overrides: [],
    },
  },
  {
    id: 'log',
    type: 'timeseries',
    title: 'Logarithmic',
    frames: [
      series('p99', (share) => 10 ** (share * 4 - 2)),
      series('p50', (share) => 10 ** (share * 2 - 2), 'B'),
    ],
    options: { ...list, ...multi },
    fieldConfig: {
      defaults: {
        unit: 's',
        custom: {
          ...custom,
          axisSoftMin: undefined,
          scaleDistribution: { type: 'log', log: 10 },
          lineInterpolation: 'smooth',
        },
        ...palette,
      },
      overrides: [],
    },
  },
  {
    id: 'many',
    type: 'timeseries',
    title: 'Many series',
    frames: Array.from({ length: 300 }, (_, index) => series(`pod-${index}`, wave(index, 10), 'A')),
    options: { ...list, ...multi },
    fieldConfig: {
      defaults: { unit: 'short', custom: { ...custom, fillOpacity: 0 }, ...palette },
      overrides: [],
    },
  },
  {
    id: 'scheme',
    type: 'timeseries',
    title: 'In the colours of its limits',
    frames: [series('load', wave(50, 40))],
    options: list,
    fieldConfig: {
      defaults: {
        custom: { ...custom, lineWidth: 3, fillOpacity: 0, gradientMode: 'scheme' },
        color: { mode: 'thresholds' },
        thresholds: {
          mode: 'absolute',
          steps: [
            { value: -Infinity, color: 'green' },
            { value: 50, color: 'red' },
          ],
        },
      } as never,
      overrides: [],
    },
  },
  { id: 'none', type: 'timeseries', title: 'Nothing', frames: [], options: list },
  {
    id: 'none-said',
    type: 'timeseries',
    title: 'Nothing, in own words',
    frames: [],
    options: list,
    fieldConfig: { defaults: { noValue: 'No requests' }, overrides: [] },
  },
];
