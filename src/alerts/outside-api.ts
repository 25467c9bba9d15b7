import type { Duration } from '#ground/duration.js';
import { type Limit, perSecond } from '#promql/unit/limit.js';
import { outsideApiFailing } from './outside-api/outside-api-failing.js';
import { outsideApiSlow } from './outside-api/outside-api-slow.js';
import type { OutsideApiMetrics } from './outside-api/calls.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export { type OutsideApiMetrics, failureRatio, responseTimeP95 } from './outside-api/calls.js';

export interface OutsideApiLimits {
  /** Share of the requests that may fail. */
  readonly errors: Limit<'ratio'>;
  /** What 95 of 100 requests stay under. */
  readonly latency: Limit<'seconds'>;
  /** Fewer requests than this say nothing. By default 9 in 5 minutes. */
  readonly leastTraffic?: Limit<'perSecond'>;
  /** How far back both look; 5 minutes by default. */
  readonly window?: Duration;
}

export interface OutsideApiAlerts {
  readonly outsideApiFailing: Alert<never, 'ratio'>;
  readonly outsideApiSlow: Alert<never, 'seconds'>;
}

/** An API of somebody else, on which the application depends: it fails, or it is slow. */
export const outsideApiAlerts = (
  subject: Subject,
  metrics: OutsideApiMetrics,
  { errors, latency, leastTraffic = perSecond(0.03), window = '5m' }: OutsideApiLimits,
): OutsideApiAlerts => ({
  outsideApiFailing: outsideApiFailing(subject, metrics, { limit: errors, leastTraffic, window }),
  outsideApiSlow: outsideApiSlow(subject, metrics, { limit: latency, leastTraffic, window }),
});
