import { namedValues } from '#promql/metric/choice.js';
import type { LabelMatcher, LabelValues } from '#promql/metric/match.js';
import type { AnyMetric, Metric, MetricInfo } from '#promql/metric/metric.js';
import { bucketsOf, countOf, sumOf } from '#promql/metric/parts.js';
import { type Duration, inSeconds } from '#ground/duration.js';

/** The value of a gauge, or the increase per second of a counter; `missing` where the series is not there. */
export type Level = number | 'missing';

/**
 * The same all the time, or one thing as long as all is well and another while the fault lasts; afterwards it is as it
 * was, or a third thing.
 */
export type Course = Level | { readonly was: Level; readonly becomes: Level; readonly then?: Level };

/** How one series behaves in a proof. */
export interface Behaviour {
  readonly metric: MetricInfo;
  readonly labels: Readonly<Record<string, string>>;
  readonly course: GaugeCourse | CounterCourse;
}
export interface GaugeCourse {
  readonly type: 'gauge';
  readonly value: Course;
  /** When it is first there, in seconds after the fault began; all the time by default. */
  readonly appears?: number;
}
export interface CounterCourse {
  readonly type: 'counter';
  readonly perSecond: Course;
  /** Single increments, in seconds after the fault began. */
  readonly events: readonly number[];
  /**
   * Whether it grows by fits and starts, twice as much from one sample to every other and nothing in between, and begins anew at 0
   * while the fault lasts, as when its process restarts: over a window that is the same.
   */
  readonly uneven?: true;
}

type Labels<V extends LabelValues> = { readonly [L in keyof V]?: V[L] };

/** A gauge that has a value: `holds(connections, {}, { was: 3, becomes: 0 })`. */
export const holds = <V extends LabelValues>(
  gauge: Metric<'gauge', V>,
  labels: Labels<V>,
  value: Course,
): Behaviour => ({
  ...series(gauge, labels),
  course: { type: 'gauge', value },
});

/** A series of which it only matters when it is there: its course is 1 or missing. */
export const exists = (
  { info, matchers }: AnyMetric,
  labels: Readonly<Record<string, string>>,
  course: Course = 1,
): Behaviour => ({
  metric: info,
  labels: { ...fixed(matchers), ...labels },
  course: { type: 'gauge', value: course },
});

/** A counter that grows by so much a second. */
export const grows = <V extends LabelValues>(
  counter: Metric<'counter', V>,
  labels: Labels<V>,
  perSecond: Course,
): Behaviour => ({
  ...series(counter, labels),
  course: { type: 'counter', perSecond, events: [] },
});

/** A counter that stands still but for single increments, at these times after the fault began. */
export const steps = <V extends LabelValues>(
  counter: Metric<'counter', V>,
  labels: Labels<V>,
  at: readonly Duration[],
): Behaviour => ({
  ...series(counter, labels),
  course: { type: 'counter', perSecond: 0, events: at.map(inSeconds) },
});

/** What a histogram observes: one size, or several, each with its share of the observations. */
export type Sizes = number | readonly { readonly size: number; readonly share: number }[];

/** A histogram that observes so many values a second: how many, and of which sizes. */
export const observes = <V extends LabelValues>(
  histogram: Metric<'histogram', V>,
  labels: Labels<V>,
  perSecond: number,
  sizes: Sizes | { readonly was: Sizes; readonly becomes: Sizes },
): readonly Behaviour[] => {
  const { was, becomes } =
    typeof sizes === 'object' && 'was' in sizes ? sizes : { was: sizes, becomes: sizes };
  const buckets = series(bucketsOf(histogram), labels);
  const edges = [...(histogram.info.buckets ?? []), Infinity];
  return [
    ...edges.map((edge) => ({
      ...buckets,
      labels: { ...buckets.labels, le: edge === Infinity ? '+Inf' : String(edge) },
      course: {
        type: 'counter' as const,
        perSecond: { was: perSecond * shareUpTo(edge, was), becomes: perSecond * shareUpTo(edge, becomes) },
        events: [],
      },
    })),
    grows(countOf(histogram), labels, perSecond),
    grows(sumOf(histogram), labels, { was: perSecond * mean(was), becomes: perSecond * mean(becomes) }),
  ];
};

const sized = (sizes: Sizes) => (typeof sizes === 'number' ? [{ size: sizes, share: 1 }] : sizes);
/** The share of observations that are no greater than a bucket's edge. */
export const shareUpTo = (edge: number, sizes: Sizes): number =>
  // Not the sum of all shares, which may come out a little off.
  1 - sized(sizes).reduce((above, { size, share }) => (size > edge ? above + share : above), 0);
const mean = (sizes: Sizes): number => sized(sizes).reduce((sum, { size, share }) => sum + size * share, 0);

/** The series of a metric with the labels that its matchers fix and those given. */
const series = <V extends LabelValues>(
  metric: Metric<'counter' | 'gauge', V>,
  labels: Labels<V>,
): Pick<Behaviour, 'metric' | 'labels'> => {
  const given = Object.entries<string | undefined>(labels).flatMap(([label, value]) =>
    value === undefined ? [] : [[label, value]],
  );
  return { metric: metric.info, labels: { ...fixed(metric.matchers), ...Object.fromEntries(given) } };
};

/** The labels that the matchers fix; of a choice of values the first. */
const fixed = (matchers: readonly LabelMatcher[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    matchers.flatMap((matcher) => {
      const [value] = namedValues(matcher) ?? [];
      return value === undefined ? [] : [[matcher.label, value]];
    }),
  );
