import type { OverTime } from './reading.js';
import { medianDeviationOf, quantileOf } from './quantile.js';
import { deriv, predictLinear, smoothed } from './regression.js';
import { extrapolated, instant } from './rate.js';
import { greatestOf, leastOf, sumOf, varianceOf } from './sum.js';

const counted =
  (isCounted: (value: number, before: number) => boolean): OverTime =>
  ({ values, from, to }) => {
    let count = 0;
    for (let i = from + 1; i < to; i++) if (isCounted(values[i] ?? NaN, values[i - 1] ?? NaN)) count++;
    return count;
  };

const isChange = (value: number, before: number): boolean =>
  value !== before && !(Number.isNaN(value) && Number.isNaN(before));

/** When the sample was taken that is the best so far by a comparison, the later one of two where it says so. */
const momentOfBest =
  (isBetter: (value: number, best: number) => boolean): OverTime =>
  ({ times, values, from, to }) => {
    let best = from;
    for (let i = from; i < to; i++) if (isBetter(values[i] ?? NaN, values[best] ?? NaN)) best = i;
    return (times[best] ?? NaN) / 1_000;
  };

const of =
  (reckon: (values: readonly number[], from: number, to: number) => number): OverTime =>
  ({ values, from, to }) =>
    reckon(values, from, to);

const nothing = Number.isNaN;

/** Functions of a window, by name. */
export const overTime: ReadonlyMap<string, OverTime> = new Map<string, OverTime>([
  ['sum_over_time', of(sumOf)],
  ['avg_over_time', of((values, from, to) => sumOf(values, from, to) / (to - from))],
  ['min_over_time', of(leastOf)],
  ['max_over_time', of(greatestOf)],
  ['count_over_time', of((_, from, to) => to - from)],
  ['present_over_time', () => 1],
  ['last_over_time', of((values, _, to) => values[to - 1] ?? NaN)],
  ['first_over_time', of((values, from) => values[from] ?? NaN)],
  ['stdvar_over_time', of(varianceOf)],
  ['stddev_over_time', of((values, from, to) => Math.sqrt(varianceOf(values, from, to)))],
  ['mad_over_time', of((values, from, to) => medianDeviationOf(values.slice(from, to)))],
  ['quantile_over_time', ({ values, from, to }, _, [q = NaN]) => quantileOf(q, values.slice(from, to))],
  ['ts_of_first_over_time', ({ times, from }) => (times[from] ?? NaN) / 1_000],
  ['ts_of_last_over_time', ({ times, to }) => (times[to - 1] ?? NaN) / 1_000],
  ['ts_of_max_over_time', momentOfBest((value, best) => value >= best || nothing(best))],
  ['ts_of_min_over_time', momentOfBest((value, best) => value <= best || nothing(best))],
  ['changes', counted(isChange)],
  ['resets', counted((value, before) => value < before)],
  ['rate', extrapolated({ isCounter: true, isRate: true })],
  ['increase', extrapolated({ isCounter: true, isRate: false })],
  ['delta', extrapolated({ isCounter: false, isRate: false })],
  ['irate', instant({ isRate: true })],
  ['idelta', instant({ isRate: false })],
  ['deriv', deriv],
  ['predict_linear', predictLinear],
  ['double_exponential_smoothing', smoothed],
  ['holt_winters', smoothed],
]);

/** Functions of a window whose results keep the name of the metric: what they give are its own samples. */
export const keepsName: ReadonlySet<string> = new Set(['last_over_time', 'first_over_time']);
