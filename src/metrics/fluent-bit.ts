import { catalog } from '#promql/metric/catalog.js';
import { counter } from '#promql/metric/declare.js';

const labels = ['name'] as const;

/**
 * What Fluent Bit tells of itself at /api/v2/metrics/prometheus, https://docs.fluentbit.io/manual/administration/monitoring. Fluent Bit 2 to
 * 5. The label `name` is that of the input or output, `loki.0`; each is there from the start, at 0.
 */
export const fluentBitMetrics = catalog({
  recordsRead: counter('fluentbit_input_records_total', { help: 'Records that an input has read', labels }),
  recordsSent: counter('fluentbit_output_proc_records_total', {
    help: 'Records that an output has sent, and that were taken',
    labels,
  }),
  recordsDropped: counter('fluentbit_output_dropped_records_total', {
    help: 'Records given up: refused for good, tried too often, or pushed out of a buffer that was full',
    labels,
  }),
  errors: counter('fluentbit_output_errors_total', { help: 'Batches that were refused for good', labels }),
  retries: counter('fluentbit_output_retries_total', { help: 'Batches that are to be tried again', labels }),
  retriesFailed: counter('fluentbit_output_retries_failed_total', {
    help: 'Batches that were tried too often',
    labels,
  }),
});
