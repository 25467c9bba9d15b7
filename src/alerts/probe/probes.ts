import type { Duration } from '#ground/duration.js';
import type { Gauge } from '#promql/metric/metric.js';
import { percent } from '#promql/unit/limit.js';
import type { Window } from '#promql/unit/window.js';
import { max, min } from '#promql/vector/aggregate.js';
import { avgOverTime, lastOverTime } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';
import { daysUntil } from '#promql/vector/time.js';

/** What tells probes apart, by what they ask, and who asks. */
type ProbeLabel = 'instance' | 'service';

/** Whether and how fast an endpoint answers who asks from outside: metrics of blackbox_exporter, narrowed to one's own probes. */
export interface ProbeMetrics {
  readonly success: Gauge<ProbeLabel, 'boolean'>;
  readonly duration: Gauge<ProbeLabel, 'seconds'>;
}

/** Until when the certificates are good that endpoints show. */
export interface CertificateMetrics {
  readonly certificateExpiry: Gauge<ProbeLabel, 'timestamp'>;
}

const perEndpoint = { by: ['instance'] } as const;

/** So much of what is asked must succeed for an endpoint to count as answering. */
export const mostSucceed = percent(50);

/** Of each endpoint the share of probes within the window that succeeded; of several who ask, that of the worst. */
export const probesSucceeded = ({ success }: Pick<ProbeMetrics, 'success'>, window: Window) =>
  min(avgOverTime(success, window), perEndpoint);

/** Of each endpoint how long a probe takes, on average over the window; of several who ask, at the slowest. */
export const probesTake = ({ duration }: Pick<ProbeMetrics, 'duration'>, window: Window) =>
  max(avgOverTime(duration, window), perEndpoint);

/** What takes the time of a probe by HTTP, on average over the window: finding the address, connecting, TLS, waiting, reading. */
export const phasesTake = (phases: Gauge<ProbeLabel | 'phase', 'seconds'>, window: Window) =>
  max(avgOverTime(phases, window), { by: ['instance', 'phase'] });

/** The status code of each endpoint's last answer; 0 where there was none. */
export const statusCodes = (statusCode: Gauge<ProbeLabel, 'count'>) => max(value(statusCode), perEndpoint);

/**
 * Once a certificate is expired nothing tells of it any more: who asks does not take it, and sees no other. It is told for so long, since
 * else it would look as if it were renewed.
 */
export const known: Duration = '1h';

/** How many whole days the certificate of each endpoint is good for, as it was seen last; the first to expire of those that it shows. */
export const daysLeft = ({ certificateExpiry }: CertificateMetrics) =>
  daysUntil(min(lastOverTime(certificateExpiry, known), perEndpoint));
