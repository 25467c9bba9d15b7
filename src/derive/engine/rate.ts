import type { OverTime } from './reading.js';
/** How much a counter grew: where it fell it began anew from 0. */
const grown = (values: readonly number[], from: number, to: number): number => {
  let growth = (values[to - 1] ?? NaN) - (values[from] ?? NaN);
  for (let i = from + 1; i < to; i++) {
    const before = values[i - 1] ?? NaN;
    if ((values[i] ?? NaN) < before) growth += before;
  }
  return growth;
};

/**
 * `rate`, `increase` and `delta`: what lies between the first and the last sample, stretched to the borders of the window where these are
 * near enough, https://github.com/prometheus/prometheus/blob/v3.5.0/promql/functions.go.
 */
export const extrapolated =
  ({ isCounter, isRate }: { readonly isCounter: boolean; readonly isRate: boolean }): OverTime =>
  ({ times, values, from, to }, { span, scene }) => {
    if (to - from < 2) return undefined;
    const [first = NaN, begun = NaN, ended = NaN] = [values[from], times[from], times[to - 1]];
    const change = isCounter ? grown(values, from, to) : (values[to - 1] ?? NaN) - first;
    const sampled = (ended - begun) / 1_000;
    const between = sampled / (to - from - 1);
    const isNear = (seconds: number): boolean => seconds < between * 1.1;
    const reached = (seconds: number): number => (isNear(seconds) ? seconds : between / 2);
    const toStart = (begun - span.start) / 1_000;
    // A counter was never below 0: it is not stretched further back than to where it would have begun.
    const toZero = isCounter && change > 0 && first >= 0 ? sampled * (first / change) : Infinity;
    const before = scene.isZeroFirst
      ? reached(Math.min(toZero, toStart))
      : Math.min(toZero, reached(toStart));
    const after = reached((span.end - ended) / 1_000);
    const factor = (sampled + before + after) / sampled;
    return change * (isRate ? factor / ((span.end - span.start) / 1_000) : factor);
  };

/** `irate` and `idelta`: what lies between the last two samples. */
export const instant =
  ({ isRate }: { readonly isRate: boolean }): OverTime =>
  ({ times, values, from, to }) => {
    if (to - from < 2) return undefined;
    const [last = NaN, previous = NaN] = [values[to - 1], values[to - 2]];
    const change = isRate && last < previous ? last : last - previous;
    return isRate ? change / (((times[to - 1] ?? NaN) - (times[to - 2] ?? NaN)) / 1_000) : change;
  };
