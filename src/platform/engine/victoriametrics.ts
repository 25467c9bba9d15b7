import type { Duration } from '#ground/duration.js';

/** A VictoriaMetrics to which Prometheus writes what it scrapes. */
export interface VictoriaMetrics {
  readonly name: 'victoriametrics';
  /** How long it keeps samples: its `-retentionPeriod`. */
  readonly retention: Duration;
}
