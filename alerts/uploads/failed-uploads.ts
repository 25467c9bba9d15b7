import type { Metric } from '../../promql/metric/metric.js';
import type { Duration } from '../../ground/duration.js';
import { sum } from '../../promql/vector/aggregate.js';
import { floor } from '../../promql/vector/arithmetic.js';
import { gained } from '../../promql/vector/gained.js';

/** The metric by which an application tells how its uploads ended. */
export interface UploadMetrics {
  readonly uploads: Metric<
    'counter',
    { readonly bucket: string; readonly status: 'success' | 'failure' },
    'count'
  >;
}

/**
 * Uploads to each bucket that failed within the window, without the fraction that extrapolation adds. The very first is
 * counted too: of a worker that had no failure before there is no series before.
 */
export const failedUploads = ({ uploads }: UploadMetrics, window: Duration) =>
  floor(sum(gained(uploads.where({ status: 'failure' }), window), { by: ['bucket'] }));
