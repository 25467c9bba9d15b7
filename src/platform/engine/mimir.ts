import type { Duration } from '#ground/duration.js';

/** A Grafana Mimir to which Prometheus writes what it scrapes. */
export interface Mimir {
  readonly name: 'mimir';
  /** How long it keeps samples: what its own configuration says for the tenant. */
  readonly retention: Duration;
}
