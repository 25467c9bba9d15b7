import type { Duration } from '#ground/duration.js';
import type { Wanted } from '#promql/refused.js';
import type { InUnit } from '#promql/unit/in-unit.js';
import { type Limit, count } from '#promql/unit/limit.js';
import { certificateAlmostExpired, certificateExpiresSoon } from './probe/certificate-expires.js';
import { endpointDown } from './probe/endpoint-down.js';
import { type SlowMetrics, endpointSlow } from './probe/endpoint-slow.js';
import type { CertificateMetrics } from './probe/probes.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export interface EndpointLimits {
  /** The exporter that asks, by its name: a runbook asks by it too. */
  readonly prober: string;
  /** How long a probe may take, from finding the address to the end of the answer. */
  readonly slow: Wanted<Limit<'seconds'>, InUnit<'seconds'>>;
  /** Over how long probes are counted; 2 minutes by default. */
  readonly window?: Duration;
}

export interface EndpointAlerts {
  readonly endpointDown: Alert<'instance', 'ratio'>;
  readonly endpointSlow: Alert<'instance', 'seconds'>;
}

/** What users notice who come from outside: an address does not answer, or not soon. */
export const endpointAlerts = (
  subject: Subject,
  metrics: SlowMetrics,
  { prober, slow, window }: EndpointLimits,
): EndpointAlerts => ({
  endpointDown: endpointDown(subject, metrics, { prober, ...(window !== undefined && { window }) }),
  endpointSlow: endpointSlow(subject, metrics, { prober, limit: slow }),
});

export interface CertificateLimits {
  /** Whole days for which a certificate must be good; 21 by default: of 90 days it is renewed when 30 are left. */
  readonly soon?: Wanted<Limit<'count'>, InUnit<'count'>>;
  /** Whole days that are next to none; 7 by default. */
  readonly almost?: Wanted<Limit<'count'>, InUnit<'count'>>;
}

export interface CertificateAlerts {
  readonly certificateExpiresSoon: Alert<'instance', 'count'>;
  readonly certificateAlmostExpired: Alert<'instance', 'count'>;
}

/** Certificates that are not renewed: nobody notices until they expire. For probes that ask over TLS. */
export const certificateAlerts = (
  subject: Subject,
  metrics: CertificateMetrics,
  { soon = count(21), almost = count(7) }: CertificateLimits = {},
): CertificateAlerts => ({
  certificateExpiresSoon: certificateExpiresSoon(subject, metrics, { days: soon }),
  certificateAlmostExpired: certificateAlmostExpired(subject, metrics, { days: almost }),
});
