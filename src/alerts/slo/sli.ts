import type { AnyMetric } from '#promql/metric/metric.js';
import type { Duration } from '#ground/duration.js';
import type { AnyVector, Vector } from '#promql/vector/vector.js';
import type { Behaviour, Course } from '#alerts/scenario/behaviour.js';
import type { Level } from '#alerts/scenario/level.js';
import type { Language, Localized } from '#ground/language.js';

/** A counter of the good events or of the bad ones. */
export type Counts = { readonly good: AnyMetric } | { readonly bad: AnyMetric };

/**
 * A service level indicator: events, of which some are bad. `events` and `latency` make one.
 */
export interface Sli {
  /** In which its words are given: they stand in the others too, but nothing is told in these. */
  readonly languages: readonly Language[];
  /** What is counted, as a noun: `requests`. */
  readonly events: Localized;
  /** Those that are bad, as a noun: `requests answered 5xx`. */
  readonly failures: Localized;
  /** What one must know of how they are counted, a sentence. */
  readonly note?: Localized;
  /** The metric that counts all events. */
  readonly total: AnyMetric;
  /** What counts a part of them, where a counter does: of it other tools make the share themselves. */
  readonly counts?: Counts;
  /** How many events there were in the window. */
  readonly eventsIn: (window: Duration) => Vector<never, 'count'>;
  /**
   * How many of them were bad: 0 where there are events and none is bad.
   *
   * @param events how many there were, where that is recorded already; else their counters are asked
   */
  readonly badIn: (window: Duration, events?: Vector<never, 'count'>) => Vector<never, 'count'>;
  /** Where most of the bad ones were, by the labels that the application sets. */
  readonly worstIn: (window: Duration) => AnyVector;
  /** Series of a proof: of traffic before, during and perhaps after a fault, perhaps with further labels. */
  readonly series: (traffic: Traffic, labels?: Labels) => readonly Behaviour[];
}

export type Labels = Readonly<Record<string, string>>;

/** Events in a proof, and the share of them that is bad; `missing` where nothing is exported. */
export type Flow = { readonly perSecond: number; readonly failing: number } | 'missing';
/** What flows all the time, or as a series of a proof does. */
export type Traffic = Flow | { readonly was: Flow; readonly becomes: Flow; readonly then?: Flow };

/** What a series counts of the traffic, a second. */
export const counting = (traffic: Traffic, share: (failing: number) => number): Course => {
  const level = (flow: Flow): Level => (flow === 'missing' ? flow : flow.perSecond * share(flow.failing));
  if (traffic === 'missing' || 'perSecond' in traffic) return level(traffic);
  const { was, becomes, then } = traffic;
  return { was: level(was), becomes: level(becomes), ...(then && { then: level(then) }) };
};

export const good = (failing: number): number => 1 - failing;
export const bad = (failing: number): number => failing;
export const all = (): number => 1;
export const none = (): number => 0;

/** What is counted, unless told otherwise. */
export const requests: Localized = { ko: '요청', en: 'requests' };
