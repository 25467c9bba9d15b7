import type { OverTime, Stretch } from './reading.js';

interface Line {
  readonly slope: number;
  /** Its value at a moment, in milliseconds. */
  readonly valueAt: (at: number) => number;
}

/** The line that comes nearest to samples: through their middle, which keeps the numbers small. */
const lineThrough = ({ times, values, from, to }: Stretch): Line => {
  const count = to - from;
  const first = values[from] ?? NaN;
  const begun = times[from] ?? NaN;
  let isSteady = true;
  let [sumX, sumY] = [0, 0];
  for (let i = from; i < to; i++) {
    sumX += ((times[i] ?? NaN) - begun) / 1_000;
    sumY += values[i] ?? NaN;
    isSteady &&= values[i] === first;
  }
  if (isSteady) {
    const [slope, value] = Number.isFinite(first) ? [0, first] : [NaN, NaN];
    return { slope, valueAt: () => value };
  }
  const [meanX, meanY] = [sumX / count, sumY / count];
  let [together, apart] = [0, 0];
  for (let i = from; i < to; i++) {
    const x = ((times[i] ?? NaN) - begun) / 1_000 - meanX;
    together += x * ((values[i] ?? NaN) - meanY);
    apart += x * x;
  }
  const slope = together / apart;
  return { slope, valueAt: (at) => meanY + slope * ((at - begun) / 1_000 - meanX) };
};

/** How much a gauge grows by the second. */
export const deriv: OverTime = (stretch) =>
  stretch.to - stretch.from < 2 ? undefined : lineThrough(stretch).slope;

/** What a gauge will be after so many seconds, from the moment of the evaluation on. */
export const predictLinear: OverTime = (stretch, { now }, [seconds = NaN]) => {
  if (stretch.to - stretch.from < 2) return undefined;
  const { slope, valueAt } = lineThrough(stretch);
  return slope * seconds + valueAt(now);
};

/** Values of which older ones count less, and their trend too, https://en.wikipedia.org/wiki/Exponential_smoothing. */
export const smoothed: OverTime = ({ values, from, to }, _, [ofValues = NaN, ofTrend = NaN]) => {
  if (to - from < 2) return undefined;
  let [previous, level] = [0, values[from] ?? NaN];
  let trend = (values[from + 1] ?? NaN) - level;
  for (let i = from + 1; i < to; i++) {
    if (i > from + 1) trend = ofTrend * (level - previous) + (1 - ofTrend) * trend;
    [previous, level] = [level, ofValues * (values[i] ?? NaN) + (1 - ofValues) * (level + trend)];
  }
  return level;
};
