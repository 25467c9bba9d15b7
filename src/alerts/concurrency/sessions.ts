import type { Gauge } from '#promql/metric/metric.js';
import { sum } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';

/** The metric by which a website tells how many sessions it has. */
export interface SessionMetrics {
  readonly sessions: Gauge<never, 'count'>;
}

/** Sessions of all instances together: each counts its own. */
export const activeSessions = ({ sessions }: SessionMetrics) => sum(value(sessions));
