import { series, type Shown, wave } from './given.js';
import { reduce, steps } from './values.js';

const codes = [
  series('2xx', wave(900, 10)),
  series('4xx', wave(90, 5), 'B'),
  series('5xx', wave(12, 2), 'C'),
];

/** Values as rings, bars and pieces. */
export const rings: readonly Shown[] = [
  {
    id: 'gauge',
    type: 'gauge',
    title: 'Memory used',
    frames: [series('used', wave(0.74, 0.05))],
    options: { ...reduce, showThresholdMarkers: true },
    fieldConfig: {
      defaults: {
        unit: 'percentunit',
        min: 0,
        max: 1,
        thresholds: steps([-Infinity, 'green'], [0.7, 'yellow'], [0.85, 'red']),
      },
      overrides: [],
    },
    width: 260,
    height: 180,
  },
  {
    id: 'gauge-many',
    type: 'gauge',
    title: 'Memory used by pod',
    frames: ['api', 'worker', 'postgres'].map((name, at) => series(name, wave(0.3 * (at + 1), 0))),
    options: { ...reduce, showThresholdMarkers: true, showThresholdLabels: true },
    fieldConfig: {
      defaults: {
        unit: 'percentunit',
        min: 0,
        max: 1,
        thresholds: steps([-Infinity, 'green'], [0.7, 'yellow'], [0.85, 'red']),
      },
      overrides: [],
    },
    width: 520,
    height: 180,
  },
  {
    id: 'gauge-none',
    type: 'gauge',
    title: 'No requests',
    frames: [],
    options: reduce,
    fieldConfig: { defaults: { noValue: 'No requests' }, overrides: [] },
    width: 200,
    height: 150,
  },
  ...(['basic', 'gradient', 'lcd'] as const).map((displayMode): Shown => ({
    id: `bars-${displayMode}`,
    type: 'bargauge',
    title: `Slowest routes, ${displayMode}`,
    frames: ['/orders', '/orders/{id}', '/menu', '/a/very/long/route/of/an/application'].map((name, at) =>
      series(name, wave(0.25 * (at + 1), 0)),
    ),
    options: { ...reduce, displayMode, orientation: 'horizontal' },
    fieldConfig: {
      defaults: { unit: 's', min: 0, thresholds: steps([-Infinity, 'green'], [0.4, 'yellow'], [0.8, 'red']) },
      overrides: [],
    },
  })),
  {
    id: 'bars-standing',
    type: 'bargauge',
    title: 'Standing',
    frames: ['a', 'b', 'c', 'd'].map((name, at) => series(name, wave(25 * (at + 1), 0))),
    options: { ...reduce, displayMode: 'gradient', orientation: 'vertical' },
    fieldConfig: {
      defaults: { unit: 'short', min: 0, max: 120, thresholds: steps([-Infinity, 'green'], [60, 'red']) },
      overrides: [],
    },
    width: 300,
  },
  {
    id: 'pie',
    type: 'piechart',
    title: 'Answers by code',
    frames: codes,
    options: {
      ...reduce,
      pieType: 'donut',
      displayLabels: ['percent'],
      legend: { showLegend: true, displayMode: 'table', placement: 'right', values: ['value', 'percent'] },
      tooltip: { mode: 'multi' },
    },
    fieldConfig: {
      defaults: { unit: 'short', color: { mode: 'palette-classic' } },
      overrides: [
        {
          matcher: { id: 'byName', options: '5xx' },
          properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: 'red' } }],
        },
      ],
    },
  },
];
