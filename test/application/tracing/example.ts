import type { Tracing } from '#application/tracing/described.js';
import { type TracingSpec, tracing } from '#application/tracing/tracing.js';
import { tempo } from '#application/tracing/store.js';
import { seconds } from '#promql/unit/limit.js';

export const store = tempo({ host: 'tempo.monitoring.svc' });

/** Tracing as it is usual, but for what is said. */
export const traced = (spec: Partial<TracingSpec> = {}): Tracing =>
  tracing({ store, slow: seconds(2), ...spec });
