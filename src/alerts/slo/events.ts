import type { LabelValues } from '#promql/metric/match.js';
import type { Duration } from '#ground/duration.js';
import { sum, topk } from '#promql/vector/aggregate.js';
import { multiply, subtract } from '#promql/vector/arithmetic.js';
import { increase } from '#promql/vector/select.js';
import { or, unless } from '#promql/vector/set.js';
import type { Vector } from '#promql/vector/vector.js';
import { byOwnLabels } from '#alerts/text/own-labels.js';
import { type Spoken, completed, languagesOf } from '#ground/language.js';
import { type CounterOf, type Example, countedSeries } from './counted.js';
import { type Sli, requests } from './sli.js';

/** What counts either the good events or the bad ones. */
type Subset<P extends LabelValues> =
  | { readonly good: CounterOf<P>; readonly bad?: never }
  | { readonly bad: CounterOf<P>; readonly good?: never };

/** What is counted, and which of it fails. */
export interface Counted<T extends LabelValues> {
  /** Counts all events. What must not count, such as health checks, is left out of it and of its subset. */
  readonly total: CounterOf<T>;
  /** What bad events are called, as a noun: `requests answered 5xx`. */
  readonly failures: Spoken;
  /** What is counted, as a noun; `requests` by default. */
  readonly events?: Spoken;
  /** Labels of one good and one bad event, for proofs, where good and bad ones differ by labels. */
  readonly example?: Example<T>;
}

/**
 * Events that are counted: all of them, and either the good or the bad ones.
 *
 * @throws Error on examples that are not counted as what they are given for.
 */
export const events = <T extends LabelValues, P extends LabelValues>(spec: Counted<T> & Subset<P>): Sli => {
  const { total, failures, events: counted = requests } = spec;
  const subset = spec.good ?? spec.bad;
  const all = (window: Duration) => sum(increase(total, window));
  // Without any such event there is no series of it: where there are events, that means 0.
  const those = (window: Duration, counted: Vector<never, 'count'>) =>
    or(sum(increase(subset, window)), multiply(counted, 0));
  const own = byOwnLabels(total);
  return {
    languages: languagesOf(counted, failures),
    events: completed(counted),
    failures: completed(failures),
    total,
    counts: spec.good ? { good: spec.good } : { bad: spec.bad },
    eventsIn: all,
    badIn: (window, counted = all(window)) =>
      spec.bad ? those(window, counted) : subtract(counted, those(window, counted)),
    worstIn: (window) => {
      const subsets = sum(increase(subset, window), own);
      return topk(10, spec.bad ? subsets : unless(sum(increase(total, window), own), subsets));
    },
    series: countedSeries({ ...spec, subset, counts: spec.good ? 'good' : 'bad' }),
  };
};
