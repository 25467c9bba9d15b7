import { namedValues } from '#promql/metric/choice.js';
import type { LabelMatcher, LabelValues } from '#promql/metric/match.js';
import type { AnyMetric, Metric, MetricInfo } from '#promql/metric/metric.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Level } from './level.js';
import type { Motion } from './motion.js';

/**
 * The same all the time, or one thing as long as all is well and another while the fault lasts; afterwards it is as it
 * was, or a third thing.
 */
export type Course = Level | { readonly was: Level; readonly becomes: Level; readonly then?: Level };

/** How one series behaves in a proof. */
export interface Behaviour {
  readonly metric: MetricInfo;
  readonly labels: Readonly<Record<string, string>>;
  readonly course: GaugeCourse | CounterCourse | DrawnCourse;
  /**
   * Of a native histogram, which is one series: the part of it that behaves so. Up to an edge its observations are counted, up to
   * infinity all of them, and `sum` is what they add up to.
   */
  readonly part?: number | 'sum';
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
  /** When it begins anew at 0, as when its process restarts, in seconds after the fault began. */
  readonly restarts?: number;
  /**
   * Whether it grows by fits and starts, twice as much from one sample to every other and nothing in between, and begins anew at 0
   * while the fault lasts, as when its process restarts: over a window that is the same.
   */
  readonly uneven?: true;
}

/** A series that is neither level nor growing evenly: sample by sample, before the fault, while it lasts and afterwards. */
export interface DrawnCourse {
  readonly type: 'drawn';
  readonly was: Motion;
  readonly becomes: Motion;
  readonly then: Motion;
}

/** Labels of a series, but for those that its metric is narrowed to. */
export type Labels<V extends LabelValues> = { readonly [L in keyof V]?: V[L] };

/** A gauge that has a value: `holds(connections, {}, { was: 3, becomes: 0 })`. */
export const holds = <V extends LabelValues>(
  gauge: Metric<'gauge', V>,
  labels: Labels<V>,
  value: Course,
): Behaviour => ({
  ...seriesOf(gauge, labels),
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
  ...seriesOf(counter, labels),
  course: { type: 'counter', perSecond, events: [] },
});

/** A counter that stands still but for single increments, at these times after the fault began. */
export const steps = <V extends LabelValues>(
  counter: Metric<'counter', V>,
  labels: Labels<V>,
  at: readonly Duration[],
): Behaviour => ({
  ...seriesOf(counter, labels),
  course: { type: 'counter', perSecond: 0, events: at.map(inSeconds) },
});

/** Motions while all is well, while the fault lasts, and afterwards: then as before, unless said. */
export interface Motions {
  readonly was: Motion;
  readonly becomes: Motion;
  readonly then?: Motion;
}

/**
 * Any series at all, by its metric or by its name alone: `moves('node_load1', { instance: 'host-1' }, { was: 3, becomes: ramp(3, 0.1) })`.
 * For what has no word of its own: a ramp, flapping, a moment, or samples in promtool's notation.
 */
export const moves = (
  metric: AnyMetric | string,
  labels: Readonly<Record<string, string>>,
  motion: Motion | Motions,
): Behaviour => {
  const {
    was,
    becomes,
    then = was,
  } = typeof motion === 'object' && 'becomes' in motion ? motion : { was: motion, becomes: motion };
  return {
    ...(typeof metric === 'string'
      ? { metric: nameOnly(metric), labels }
      : { metric: metric.info, labels: { ...fixed(metric.matchers), ...labels } }),
    course: { type: 'drawn', was, becomes, then },
  };
};

/** What is known of a metric by its name. */
const nameOnly = (name: string): MetricInfo => ({
  name,
  kind: 'gauge',
  help: '',
  unit: 'count',
  labels: [],
  ownLabels: [],
  values: {},
});

/** The series of a metric with the labels that its matchers fix and those given. */
export const seriesOf = <V extends LabelValues>(
  metric: Metric<'counter' | 'gauge' | 'histogram', V>,
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
