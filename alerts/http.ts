import { type Limit, perSecond } from '../promql/unit/limit.js';
import { highErrorRate } from './http/high-error-rate.js';
import { highLatency } from './http/high-latency.js';
import type { HttpMetrics } from './http/signals.js';
import type { Subject } from './subject.js';

export { type HttpMetrics, errorRatio, latencyP95, requestRate } from './http/signals.js';

export interface HttpLimits {
  /** Share of requests answered 5xx. */
  readonly errors: Limit<'ratio'>;
  /** What 95 of 100 requests stay under. */
  readonly latency: Limit<'seconds'>;
  /** Less traffic than this says nothing: one failure of three is a third. By default 15 requests in 5 minutes. */
  readonly leastTraffic?: Limit<'perSecond'>;
}

const pack = <L extends string, S extends string>(
  subject: Subject,
  http: HttpMetrics<L, S>,
  { errors, latency, leastTraffic = perSecond(0.05) }: HttpLimits,
) => ({
  highErrorRate: highErrorRate(subject, http, errors, leastTraffic),
  highLatency: highLatency(subject, http, latency, leastTraffic),
});

/** The alerts of this pack, told apart by the labels `L`. */
export type HttpAlerts<L extends string = never> = ReturnType<typeof pack<L, string>>;

/** Too many errors, too slow: what users of an HTTP service notice. */
export function httpAlerts<const L extends string = never, const S extends string = 'status'>(
  subject: Subject,
  http: HttpMetrics<L, S>,
  limits: HttpLimits,
): HttpAlerts<L>;
// The last signature is the one that `ReturnType` sees.
export function httpAlerts(subject: Subject, http: HttpMetrics, limits: HttpLimits): HttpAlerts;
export function httpAlerts<L extends string, S extends string>(
  subject: Subject,
  http: HttpMetrics<L, S>,
  limits: HttpLimits,
): HttpAlerts<L> | HttpAlerts {
  return pack(subject, http, limits);
}
