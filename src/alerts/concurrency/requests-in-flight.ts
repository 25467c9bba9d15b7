import type { Histogram } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { observedRate } from '#promql/vector/histogram.js';
import { Vector } from '#promql/vector/vector.js';

/** The metric by which an HTTP service tells how long it took for each request. */
export interface InFlightMetrics {
  readonly duration: Histogram<never, 'seconds'>;
}

/**
 * How many requests were in flight at once, on average over the window. Little's law: as many as there were seconds of
 * answering in each second. It knows of those that have ended; one that hangs is counted when it ends.
 */
export const requestsInFlight = ({ duration }: InFlightMetrics, window: Window): Vector<never, 'count'> => {
  const { expr, labels } = observedRate(duration, window);
  // The rate of seconds is a ratio to the table of units; that it counts requests is what the law says.
  return new Vector(expr, labels, 'count');
};
