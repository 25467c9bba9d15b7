import { quantileOf } from './quantile.js';
import { dropping, nameLabel } from './labels.js';
import type { LabelSet, Sample } from './world.js';

/** The upper edge of a bucket, and how many observations are at most that. */
interface Bucket {
  readonly edge: number;
  readonly count: number;
}

const edgeOf = ({ le = '' }: LabelSet): number => {
  if (/^\+?inf$/i.test(le)) return Infinity;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(le) ? Number(le) : NaN;
};

const coalesced = (sorted: readonly Bucket[]): readonly Bucket[] =>
  sorted.flatMap(({ edge }, i) =>
    edge === sorted[i - 1]?.edge
      ? []
      : [{ edge, count: sorted.reduce((sum, other) => sum + (other.edge === edge ? other.count : 0), 0) }],
  );

/** Between two counts that differ by less nothing was observed: what arithmetic left. */
const tolerance = 1e-12;
const isAlmost = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) / Math.min(Math.abs(a) + Math.abs(b), Number.MAX_VALUE) < tolerance;

/** Counts that never fall. */
const rising = (buckets: readonly Bucket[]): readonly Bucket[] => {
  let reached = buckets[0]?.count ?? NaN;
  return buckets.map(({ edge, count }) => {
    if (count > reached && !isAlmost(count, reached)) reached = count;
    return { edge, count: reached };
  });
};

/** A quantile of observations, by https://github.com/prometheus/prometheus/blob/v3.5.0/promql/quantile.go. */
const quantileIn = (q: number, given: readonly Bucket[]): number => {
  if (Number.isNaN(q) || q < 0 || q > 1) return quantileOf(q, [0]);
  const buckets = rising(coalesced(given));
  const [last, finite] = [buckets.at(-1), buckets.at(-2)];
  if (last?.edge !== Infinity || !finite || last.count === 0) return NaN;
  const rank = q * last.count;
  const found = buckets.findIndex(({ count }) => count >= rank);
  const [within, below] = [buckets[found], buckets[found - 1]];
  if (!within || within === last) return finite.edge;
  if (!below && within.edge <= 0) return within.edge;
  const { edge: start, count: passed } = below ?? { edge: 0, count: 0 };
  return start + (within.edge - start) * ((rank - passed) / (within.count - passed));
};

/** Which share of observations is at most a value. */
const shareUpTo = (value: number, buckets: readonly Bucket[], total: number): number => {
  const found = buckets.findIndex(({ edge }) => edge >= value);
  const [within, below] = [buckets[found], buckets[found - 1]];
  if (!within) return 1;
  if (within.edge === value) return within.count / total;
  const start = below?.edge ?? (within.edge <= 0 ? -Infinity : 0);
  const passed = below?.count ?? 0;
  if (value <= start) return passed / total;
  if (start === -Infinity) return within.count / total;
  if (within.edge === Infinity) return passed / total;
  return (passed + ((within.count - passed) * (value - start)) / (within.edge - start)) / total;
};

const shareIn = (lower: number, upper: number, given: readonly Bucket[]): number => {
  const buckets = coalesced(given);
  const last = buckets.at(-1);
  if (last?.edge !== Infinity || last.count === 0 || Number.isNaN(lower + upper)) return NaN;
  if (lower >= upper) return 0;
  return shareUpTo(upper, buckets, last.count) - shareUpTo(lower, buckets, last.count);
};

/** Buckets of one histogram each, from the smallest on. */
const histograms = (
  samples: readonly Sample[],
  rest: (labels: LabelSet) => LabelSet,
): ReadonlyMap<LabelSet, readonly Bucket[]> => {
  const found = new Map<LabelSet, Bucket[]>();
  for (const { labels, value } of samples) {
    const edge = edgeOf(labels);
    if (Number.isNaN(edge)) continue;
    const buckets = found.get(rest(labels)) ?? [];
    if (buckets.length === 0) found.set(rest(labels), buckets);
    buckets.push({ edge, count: value });
  }
  for (const buckets of found.values()) buckets.sort((a, b) => a.edge - b.edge);
  return found;
};

type OfHistograms = (samples: readonly Sample[], numbers: readonly number[]) => readonly Sample[];

const each = (reckon: (buckets: readonly Bucket[], numbers: readonly number[]) => number): OfHistograms => {
  const rest = dropping(['le', nameLabel]);
  return (samples, numbers) =>
    [...histograms(samples, rest)].map(([labels, buckets]) => ({ labels, value: reckon(buckets, numbers) }));
};

export const histogramQuantile = (): OfHistograms => each((buckets, [q = NaN]) => quantileIn(q, buckets));

export const histogramFraction = (): OfHistograms =>
  each((buckets, [lower = NaN, upper = NaN]) => shareIn(lower, upper, buckets));
