import type { Limit } from '../promql/unit/limit.js';
import type { InFlightMetrics, SessionMetrics } from './concurrency/signals.js';
import { tooManyRequestsInFlight } from './concurrency/too-many-requests-in-flight.js';
import { tooManySessions } from './concurrency/too-many-sessions.js';
import type { Subject } from './text/subject.js';

export { type SessionMetrics, activeSessions, requestsInFlight } from './concurrency/signals.js';

interface Most {
  /** How many at once it is made for. */
  readonly most: Limit<'count'>;
}

/** More requests at once than an HTTP service is made for. */
export const inFlightAlerts = (subject: Subject, metrics: InFlightMetrics, { most }: Most) => ({
  tooManyRequestsInFlight: tooManyRequestsInFlight(subject, metrics, most),
});

/** More sessions at once than a website is made for. */
export const sessionAlerts = (subject: Subject, metrics: SessionMetrics, { most }: Most) => ({
  tooManySessions: tooManySessions(subject, metrics, most),
});
