import { refusal } from '#ground/fault.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { sumOverSubquery } from '#promql/vector/subquery.js';
import type { Vector } from '#promql/vector/vector.js';
import { type Recorded, record } from '#alerts/rule/recording.js';
import type { Sli } from './sli.js';

/** A rule that records of an SLI, without labels. */
export type RecordedRule = Recorded<never, 'count'> | Recorded<never, 'ratio'>;

/** What is recorded of an SLI over some windows. */
export interface Recordings {
  /** In the order in which one reads the other. */
  readonly rules: readonly RecordedRule[];
  /** The share of events in the window that were bad; nothing where there were none. */
  readonly errorRatio: (window: Duration) => Vector<never, 'ratio'>;
  /** What that is recorded as. */
  readonly errorRatioName: (window: Duration) => string;
  /** How many events there were in the window. */
  readonly events: (window: Duration) => Vector<never, 'count'>;
}

/** What longer windows are made of, and how often they change. */
export const step: Duration = '5m';

/** Asked of the counters themselves, so that a fast burn is seen at once: no step of five minutes behind. */
const isAsked = (window: Duration): boolean => window === step || window === '1h';

/**
 * Recording rules for an SLI. Longer windows add up events and bad events of each five minutes and divide then: so each
 * event weighs the same, and a night without traffic nothing. (The mean of ratios would be another number.) How many events there were is recorded
 * first, and read where the bad ones are counted: Prometheus evaluates a group in its order and for one moment.
 *
 * @param id what the metrics are called, one name in the whole of Prometheus: what is recorded has no labels
 */
export const recordings = (id: string, sli: Sli, windows: readonly Duration[]): Recordings => {
  const events5m = record(`slo:${id}_events:increase5m`, sli.eventsIn(step));
  const bad5m = record(`slo:${id}_bad_events:increase5m`, sli.badIn(step, events5m.value));
  const over = (window: Duration) => {
    const asked = isAsked(window);
    const total = asked ? sli.eventsIn(window) : sumOverSubquery(events5m.value, window, step);
    const events = window === step ? events5m : record(`slo:${id}_events:increase${window}`, total);
    const longer = asked ? sli.badIn(window, events.value) : sumOverSubquery(bad5m.value, window, step);
    const bad = window === step ? bad5m.value : longer;
    const ratio = record(`slo:${id}:error_ratio_rate${window}`, divide(bad, positive(events.value)));
    return { events, ratio, rules: window === step ? [ratio] : [events, ratio] };
  };
  const ascending = [...new Set(windows)].sort((a, b) => inSeconds(a) - inSeconds(b));
  const made = new Map(ascending.map((window) => [window, over(window)]));
  const of = (window: Duration) => {
    const found = made.get(window);
    if (!found)
      throw refusal(`slo ${id}`, {
        what: window,
        code: 'no-such-word',
        why: `nothing is recorded over ${window}`,
        cure: `there is ${ascending.join(', ')}`,
      });
    return found;
  };
  return {
    rules: [events5m, bad5m, ...[...made.values()].flatMap(({ rules }) => rules)],
    errorRatio: (window) => of(window).ratio.value,
    errorRatioName: (window) => of(window).ratio.record,
    events: (window) => of(window).events.value,
  };
};
