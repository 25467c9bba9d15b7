import { type Limit, perSecond } from '../promql/unit/limit.js';
import type { Duration } from '../ground/duration.js';
import { highErrorRate } from './http/high-error-rate.js';
import { highLatency } from './http/high-latency.js';
import type { HttpMetrics } from './http/requests.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export { type HttpMetrics, errorRatio, latencyP95, requestRate } from './http/requests.js';

export interface HttpLimits {
  /** Share of requests answered 5xx. */
  readonly errors: Limit<'ratio'>;
  /** What 95 of 100 requests stay under. */
  readonly latency: Limit<'seconds'>;
  /** Less traffic than this says nothing: one failure of three is a third. By default 15 requests in 5 minutes. */
  readonly leastTraffic?: Limit<'perSecond'>;
  /** How far back both look; 5 minutes by default. */
  readonly window?: Duration;
}

/** The alerts of this pack, told apart by the labels `L`. */
export interface HttpAlerts<L extends string = never> {
  readonly highErrorRate: Alert<L, 'ratio'>;
  readonly highLatency: Alert<L, 'seconds'>;
}

/** Too many errors, too slow: what users of an HTTP service notice. */
export const httpAlerts = <const L extends string = never, const S extends string = 'status'>(
  subject: Subject,
  http: HttpMetrics<L, S>,
  { errors, latency, leastTraffic = perSecond(0.05), window = '5m' }: HttpLimits,
): HttpAlerts<L> => ({
  highErrorRate: highErrorRate(subject, http, { limit: errors, leastTraffic, window }),
  highLatency: highLatency(subject, http, { limit: latency, leastTraffic, window }),
});
