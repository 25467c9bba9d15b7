import { refusal } from '../../ground/fault.js';
import type { MetricInfo } from '../../promql/metric/metric.js';
import { type Sizes, shareUpTo } from './behaviour.js';
import type { Boundary } from './boundary.js';
import type { Reading } from './reading.js';

/** Observations, and what a quantile over them reads. */
export interface Observations {
  readonly sizes: Sizes;
  readonly reads: number;
}

/** How far from the limit the readings are, of the limit. */
const near = 0.0137;
/** A reading that texts show alike though computing it comes out a little off: three digits, and over a minute no whole second. */
const shown = (reads: number): number =>
  reads < 60 ? Number(reads.toPrecision(3)) : Math.floor(reads) + 0.5;

/**
 * Observations at the boundary of a limit: such that a quantile reads a little more than the limit, and a little less.
 * Where the first bucket allows no reading so near, it is as near as that bucket can tell.
 *
 * @throws Error when the limit lies outside what the buckets can tell.
 */
export const observationsNear = (
  quantile: number,
  { name, buckets = [] }: MetricInfo,
  limit: number,
): { readonly over: Observations; readonly under: Observations; readonly quick: number } => {
  const [first = 0] = buckets;
  const last = buckets.at(-1) ?? 0;
  // All observations in the first bucket: of one that begins at 0 no other reading is so low.
  const lowest = { sizes: first, reads: first * quantile };
  const reading = (reads: number) => observing(quantile, buckets, shown(reads));
  const over =
    reading(Math.min(limit * (1 + near), (limit + last) / 2)) ?? (lowest.reads > limit ? lowest : undefined);
  const under = reading(limit * (1 - near)) ?? (lowest.reads <= limit ? lowest : undefined);
  if (limit >= last || !over || !under) {
    throw refusal(name, {
      what: '',
      why: `no bucket lies ${limit >= last || !over ? 'over' : 'under'} the limit of ${limit} (edges ${buckets.join(', ')})`,
      cure: 'choose a limit between them',
    });
  }
  return { over, under, quick: first };
};

/** What a reading of a quantile is made of: the boundary of its limit, and observations over which it reads a value. */
export interface QuantileReading extends Pick<Reading<never>, 'well' | 'extreme' | 'crossed'> {
  readonly boundary: Boundary;
  readonly sizes: (value: number) => Sizes;
}

/**
 * The boundary of a limit of a quantile over a histogram, and observations for each value; all is well in the first bucket.
 *
 * @throws Error when the limit lies outside what the buckets can tell.
 */
export const quantileBoundary = (quantile: number, info: MetricInfo, limit: number): QuantileReading => {
  const { over, under, quick } = observationsNear(quantile, info, limit);
  const known = new Map([over, under].map(({ reads, sizes }) => [reads, sizes] as const));
  const { buckets = [] } = info;
  return {
    boundary: { over: over.reads, under: under.reads },
    well: quick,
    extreme: buckets.at(-1) ?? over.reads,
    crossed: crossing(quantile, buckets, limit, quick, over.sizes),
    sizes: (value) =>
      value === quick ? quick : (known.get(value) ?? observing(quantile, buckets, value)?.sizes ?? value),
  };
};

/**
 * Observations over which a quantile reads just this; nothing where none are. `histogram_quantile` takes those of a bucket
 * to be spread evenly over it.
 */
const observing = (quantile: number, edges: readonly number[], reads: number): Observations | undefined => {
  const i = edges.findIndex((edge) => reads <= edge);
  const [lower = 0, upper] = [edges[i - 1], edges[i]];
  if (upper === undefined) return undefined;
  const place = (reads - lower) / (upper - lower);
  if (place > quantile) {
    const above = 1 - quantile / place;
    return { sizes: [share(upper, 1 - above), share(2 * upper, above)], reads };
  }
  const below = (quantile - place) / (1 - place);
  if (below > 0 && lower === 0) return undefined;
  return { sizes: [share(lower, below), share(upper, 1 - below)], reads };
};

/** The share of a window that must hold these observations, and the rest others, for a quantile over it to read the limit. */
const crossing = (
  quantile: number,
  edges: readonly number[],
  limit: number,
  well: Sizes,
  over: Sizes,
): number => {
  const before = shareBelow(limit, edges, well);
  return (before - quantile) / (before - shareBelow(limit, edges, over));
};

/** The share of observations that `histogram_quantile` takes to be under a value. */
const shareBelow = (value: number, edges: readonly number[], sizes: Sizes): number => {
  const i = edges.findIndex((edge) => value <= edge);
  const [lower = 0, upper = Infinity] = [edges[i - 1], edges[i]];
  const below = lower === 0 ? 0 : shareUpTo(lower, sizes);
  return below + ((value - lower) / (upper - lower)) * (shareUpTo(upper, sizes) - below);
};

const share = (size: number, share: number) => ({ size, share });
