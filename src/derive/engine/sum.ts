/** A sum that loses nothing on the way, by Neumaier's way, as Prometheus adds: of ten times 0.1 it is 1. */
export const sumOf = (values: readonly number[], from = 0, to = values.length): number => {
  let sum = 0;
  let lost = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? NaN;
    const next = sum + value;
    if (!Number.isFinite(next)) lost = 0;
    else lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
};

/** The mean squared distance from the mean, by Welford's way: of values that are all the same it is exactly 0. */
export const varianceOf = (values: readonly number[], from = 0, to = values.length): number => {
  let mean = 0;
  let squares = 0;
  for (let i = from; i < to; i++) {
    const distance = (values[i] ?? NaN) - mean;
    mean += distance / (i - from + 1);
    squares += distance * ((values[i] ?? NaN) - mean);
  }
  return squares / (to - from);
};

/** The least of values; what is no number counts only where nothing else is there. */
export const leastOf = (values: readonly number[], from = 0, to = values.length): number => {
  let least = NaN;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? NaN;
    if (value < least || Number.isNaN(least)) least = value;
  }
  return least;
};

/** The greatest of values, in the same way. */
export const greatestOf = (values: readonly number[], from = 0, to = values.length): number => {
  let greatest = NaN;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? NaN;
    if (value > greatest || Number.isNaN(greatest)) greatest = value;
  }
  return greatest;
};
