import type { Wanted } from '#promql/refused.js';
import type { InUnit } from '#promql/unit/in-unit.js';
import { type Limit, perSecond } from '#promql/unit/limit.js';
import type { Duration } from '#ground/duration.js';
import { highErrorRate } from './http/high-error-rate.js';
import { highLatency } from './http/high-latency.js';
import type { HttpMetrics } from './http/requests.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export { type HttpMetrics, errorRatio, latencyP95, requestRate, statusLabel } from './http/requests.js';

export interface HttpLimits {
  /** Share of requests answered 5xx. */
  readonly errors: Wanted<Limit<'ratio'>, InUnit<'ratio'>>;
  /** What 95 of 100 requests stay under. */
  readonly latency: Wanted<Limit<'seconds'>, InUnit<'seconds'>>;
  /** Less traffic than this says nothing: one failure of three is a third. By default 15 requests in 5 minutes. */
  readonly leastTraffic?: Wanted<Limit<'perSecond'>, InUnit<'perSecond'>>;
  /** How far back both look; 5 minutes by default. */
  readonly window?: Duration;
}

/** What to write where the label of the status code has another name. */
type StatusLabel =
  "requests need the label status: where it has another name, say so: { …metrics, status: 'code' }";

/** The alerts of this pack, told apart by the labels `L`. */
export interface HttpAlerts<L extends string = never> {
  readonly highErrorRate: Alert<L, 'ratio'>;
  readonly highLatency: Alert<L, 'seconds'>;
}

/** Too many errors, too slow: what users of an HTTP service notice. */
export const httpAlerts = <const L extends string = never, const S extends string = 'status'>(
  subject: Subject,
  http: Wanted<HttpMetrics<L, S>, StatusLabel>,
  { errors, latency, leastTraffic = perSecond(0.05), window = '5m' }: HttpLimits,
): HttpAlerts<L> => ({
  highErrorRate: highErrorRate(subject, http, { limit: errors, leastTraffic, window }),
  highLatency: highLatency(subject, http, { limit: latency, leastTraffic, window }),
});
