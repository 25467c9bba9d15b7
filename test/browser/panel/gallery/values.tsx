import { series, type Shown, wave } from './given.js';

export const reduce = { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false } };
export const steps = (...of: readonly (readonly [number, string])[]) =>
  ({
    mode: 'absolute',
    steps: of.map(([value, color]) => ({ value, color })),
  }) as never;
const upDown = [
  {
    type: 'value',
    options: { 0: { text: 'DOWN', color: 'red', index: 0 }, 1: { text: 'UP', color: 'green', index: 1 } },
  },
] as never;

/** Values in large letters. */
export const values: readonly Shown[] = [
  {
    id: 'stat-area',
    type: 'stat',
    title: 'Request rate',
    frames: [series('rps', wave(1234, 400))],
    options: { ...reduce, graphMode: 'area', colorMode: 'value' },
    fieldConfig: { defaults: { unit: 'reqps', thresholds: steps([-Infinity, 'blue']) }, overrides: [] },
    height: 120,
    width: 260,
  },
  {
    id: 'stat-mapped',
    type: 'stat',
    title: 'Is it up?',
    frames: [series('api', () => 1), series('worker', () => 0, 'B')],
    options: { ...reduce, graphMode: 'none', colorMode: 'value' },
    fieldConfig: { defaults: { mappings: upDown, thresholds: steps([-Infinity, 'blue']) }, overrides: [] },
    height: 120,
    width: 260,
  },
  {
    id: 'stat-many',
    type: 'stat',
    title: 'Up by pod',
    frames: ['api', 'worker', 'beat', 'postgres', 'redis', 'a-very-long-name-of-a-pod-7d9f8c'].map(
      (name, index) => series(name, wave(index + 1, 1), 'A'),
    ),
    options: { ...reduce, graphMode: 'none', colorMode: 'background' },
    fieldConfig: {
      defaults: { unit: 's', thresholds: steps([-Infinity, 'green'], [2.5, 'yellow'], [4, 'red']) },
      overrides: [],
    },
    height: 160,
  },
  {
    id: 'stat-none',
    type: 'stat',
    title: 'No requests yet',
    frames: [],
    options: { ...reduce, graphMode: 'none' },
    fieldConfig: { defaults: { noValue: '–' }, overrides: [] },
    height: 100,
    width: 200,
  },
  {
    id: 'stat-change',
    type: 'stat',
    title: 'With its change',
    frames: [series('orders', (share) => 100 + share * 50)],
    options: { ...reduce, graphMode: 'area', showPercentChange: true },
    fieldConfig: { defaults: { unit: 'currencyKRW', thresholds: steps([-Infinity, 'text']) }, overrides: [] },
    height: 160,
    width: 260,
  },
];
