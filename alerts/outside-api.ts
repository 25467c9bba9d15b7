import { type Limit, perSecond } from '../promql/unit/limit.js';
import { outsideApiFailing } from './outside-api/outside-api-failing.js';
import { outsideApiSlow } from './outside-api/outside-api-slow.js';
import type { OutsideApiMetrics } from './outside-api/signals.js';
import type { Subject } from './text/subject.js';

export { type OutsideApiMetrics, failureRatio, responseTimeP95 } from './outside-api/signals.js';

export interface OutsideApiLimits {
  /** Share of the requests that may fail. */
  readonly errors: Limit<'ratio'>;
  /** What 95 of 100 requests stay under. */
  readonly latency: Limit<'seconds'>;
  /** Fewer requests than this say nothing. By default 9 in 5 minutes. */
  readonly leastTraffic?: Limit<'perSecond'>;
}

/** An API of somebody else, on which the application depends: it fails, or it is slow. */
export const outsideApiAlerts = (
  subject: Subject,
  metrics: OutsideApiMetrics,
  { errors, latency, leastTraffic = perSecond(0.03) }: OutsideApiLimits,
) => ({
  outsideApiFailing: outsideApiFailing(subject, metrics, errors, leastTraffic),
  outsideApiSlow: outsideApiSlow(subject, metrics, latency, leastTraffic),
});
