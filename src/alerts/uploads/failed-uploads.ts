import type { Metric } from '#promql/metric/metric.js';
import type { Duration } from '#ground/duration.js';
import { sum } from '#promql/vector/aggregate.js';
import { floor } from '#promql/vector/arithmetic.js';
import { type Exported, gained } from '#promql/vector/gained.js';

/** The metrics by which an application tells how its uploads ended, and Prometheus whether it was listened to. */
export interface UploadMetrics extends Exported {
  readonly uploads: Metric<
    'counter',
    { readonly bucket: string; readonly status: 'success' | 'failure' },
    'count'
  >;
}

/**
 * Uploads to each bucket that failed within the window, without the fraction that extrapolation adds. The very first is
 * counted too, of which there is no series before, where it is known to be the first.
 */
export const failedUploads = (metrics: UploadMetrics, window: Duration) =>
  floor(sum(gained(metrics.uploads.where({ status: 'failure' }), window, metrics), { by: ['bucket'] }));
