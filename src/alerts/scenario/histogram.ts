import type { LabelValues } from '#promql/metric/match.js';
import type { Metric, MetricInfo } from '#promql/metric/metric.js';
import { bucketsOf, countOf, sumOf } from '#promql/metric/parts.js';
import { isNative } from '#promql/metric/storage.js';
import { type Behaviour, type Course, grows, type Labels, seriesOf } from './behaviour.js';

/** What a histogram observes: one size, or several, each with its share of the observations. */
export type Sizes = number | readonly { readonly size: number; readonly share: number }[];

/** How many observations lie at an upper edge or under it, a second. */
export interface UpTo {
  readonly edge: number;
  readonly perSecond: Course;
}

/** Buckets of native histograms in proofs: each ends at this power of 2 over the one before, about 9% above it. */
export const nativeSchema = 3;

const isExponential = ({ stored }: Pick<MetricInfo, 'stored'>): boolean => stored === 'native';

/** The upper edge of the bucket in which a native histogram counts a size; of 0 a bucket of its own. */
export const nativeEdge = (size: number): number =>
  size <= 0 ? 0 : 2 ** (Math.ceil(Math.log2(size) * 2 ** nativeSchema - 1e-9) / 2 ** nativeSchema);

/** A size that counts as within an edge, and one that is over it: where a histogram has edges, at it and at the next. */
export const sizesAround = (
  { info }: Metric<'histogram', LabelValues>,
  edge: number,
): { readonly within: number; readonly beyond: number } =>
  isExponential(info)
    ? // Far from the bucket in which the edge may lie: there nobody knows on which side of it an observation was.
      { within: edge / 2, beyond: 2 * edge }
    : { within: edge, beyond: info.buckets?.find((each) => each > edge) ?? 2 * edge };

/** The series of a histogram of which so many observations lie at each edge or under it, so many are made in all and so much is added up. */
export const distributed = <V extends LabelValues>(
  histogram: Metric<'histogram', V>,
  labels: Labels<V>,
  upTo: readonly UpTo[],
  all: Course,
  sum?: Course,
): readonly Behaviour[] => {
  if (!isNative(histogram.info)) {
    const buckets = seriesOf(bucketsOf(histogram), labels);
    return [
      ...upTo.map(({ edge, perSecond }) => ({
        ...buckets,
        labels: { ...buckets.labels, le: edge === Infinity ? '+Inf' : String(edge) },
        course: counted(perSecond),
      })),
      grows(countOf(histogram), labels, all),
      ...(sum === undefined ? [] : [grows(sumOf(histogram), labels, sum)]),
    ];
  }
  const one = seriesOf(histogram, labels);
  const part = (upTo: number | 'sum', perSecond: Course): Behaviour => ({
    ...one,
    part: upTo,
    course: counted(perSecond),
  });
  return [
    ...upTo.filter(({ edge }) => edge !== Infinity).map(({ edge, perSecond }) => part(edge, perSecond)),
    part(Infinity, all),
    ...(sum === undefined ? [] : [part('sum', sum)]),
  ];
};

/** A histogram whose observations add up to so much a second: of a classic one its sum alone. */
export const addsUp = (
  histogram: Metric<'histogram', LabelValues>,
  perSecond: number,
): readonly Behaviour[] =>
  isNative(histogram.info) ? observes(histogram, {}, perSecond, 1) : [grows(sumOf(histogram), {}, perSecond)];

const counted = (perSecond: Course) => ({ type: 'counter' as const, perSecond, events: [] });

/** A histogram that observes so many values a second: how many, and of which sizes; afterwards as before, unless said. */
export const observes = <V extends LabelValues>(
  histogram: Metric<'histogram', V>,
  labels: Labels<V>,
  perSecond: number,
  sizes: Sizes | { readonly was: Sizes; readonly becomes: Sizes; readonly then?: Sizes },
): readonly Behaviour[] => {
  const {
    was,
    becomes,
    then = was,
  } = typeof sizes === 'object' && 'was' in sizes ? sizes : { was: sizes, becomes: sizes };
  const { info } = histogram;
  const counts = (each: Sizes): Sizes => (isExponential(info) ? inBuckets(each) : each);
  const all = { was: counts(was), becomes: counts(becomes), then: counts(then) };
  const edges = isExponential(info) ? edgesOf(Object.values(all)) : (info.buckets ?? []);
  const course = (
    of: (each: Sizes) => number,
    each: Readonly<Record<'was' | 'becomes' | 'then', Sizes>>,
  ) => ({
    was: perSecond * of(each.was),
    becomes: perSecond * of(each.becomes),
    ...(then !== was && { then: perSecond * of(each.then) }),
  });
  return distributed(
    histogram,
    labels,
    [...edges, Infinity].map((edge) => ({
      edge,
      perSecond: course((each) => shareUpTo(edge, each), all),
    })),
    perSecond,
    course(mean, { was, becomes, then }),
  );
};

/** The buckets alone of a classic histogram that observes so: how many observations there are in all, and their sum, are said beside it. */
export const observesInBuckets = <V extends LabelValues>(
  ...observed: Parameters<typeof observes<V>>
): readonly Behaviour[] => observes(...observed).filter(({ labels }) => labels['le'] !== undefined);

const sized = (sizes: Sizes) => (typeof sizes === 'number' ? [{ size: sizes, share: 1 }] : sizes);

/** The same, each as large as the bucket that counts it. */
const inBuckets = (sizes: Sizes): Sizes =>
  sized(sizes).map(({ size, share }) => ({ size: nativeEdge(size), share }));

const edgesOf = (all: readonly Sizes[]): readonly number[] =>
  [...new Set(all.flatMap(sized).map(({ size }) => size))].sort((a, b) => a - b);

/** The share of observations that are no greater than a bucket's edge. */
export const shareUpTo = (edge: number, sizes: Sizes): number =>
  // Not the sum of all shares, which may come out a little off.
  1 - sized(sizes).reduce((above, { size, share }) => (size > edge ? above + share : above), 0);
const mean = (sizes: Sizes): number => sized(sizes).reduce((sum, { size, share }) => sum + size * share, 0);

/** The upper edge of which a series, or a part of a native histogram, counts what is at it or under it; nothing of what counts otherwise. */
export const edgeOf = ({ labels: { le }, part }: Pick<Behaviour, 'labels' | 'part'>): number | undefined => {
  if (part !== undefined) return part === 'sum' ? undefined : part;
  return le === undefined ? undefined : le === '+Inf' ? Infinity : Number(le);
};
