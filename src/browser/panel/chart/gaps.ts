import { type Values } from './stacked.js';

export interface Sampled {
  readonly times: readonly number[];
  readonly values: readonly Values[];
}

/** Series of one table with a gap wherever samples are further apart than their interval, as Grafana breaks lines where nothing was found. */
export const withGaps = ({ times, values }: Sampled, interval: number | undefined): Sampled => {
  if (interval === undefined || interval <= 0) return { times, values };
  const isGap = (at: number): boolean => (times[at] ?? 0) - (times[at - 1] ?? Infinity) > interval * 1.5;
  if (!times.some((_, at) => isGap(at))) return { times, values };
  const places = times.flatMap((_, at) => (isGap(at) ? [undefined, at] : [at]));
  return {
    times: places.map((at, index) => {
      if (at !== undefined) return times[at] ?? 0;
      return (times[places[index - 1] ?? 0] ?? 0) + interval;
    }),
    values: values.map((own) => places.map((at) => (at === undefined ? null : own[at]))),
  };
};

/** A series whose gaps of at most `longest` milliseconds are drawn over: what is undefined is no gap. */
export const spanned = (times: readonly number[], values: Values, longest: number): Values => {
  const out = [...values];
  let last: number | undefined;
  for (const [at, value] of values.entries()) {
    if (value === null || value === undefined) continue;
    if (last !== undefined && (times[at] ?? 0) - (times[last] ?? 0) <= longest)
      out.fill(undefined, last + 1, at);
    last = at;
  }
  return out;
};
