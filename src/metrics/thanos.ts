import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';

/**
 * What parts of Thanos export of themselves, 0.30 to 0.42: https://github.com/thanos-io/thanos/tree/main/pkg. Sidecar and ruler write blocks into
 * the bucket; of its rules a ruler tells as Prometheus does: `prometheusMetrics`, of its job.
 */
export const thanosMetrics = catalog({
  uploads: counter('thanos_shipper_uploads_total', { help: 'Blocks written into the bucket' }),
  uploadFailures: counter('thanos_shipper_upload_failures_total', {
    help: 'Blocks that could not be written into the bucket',
  }),
  compactionHalted: gauge('thanos_compact_halted', {
    help: 'Whether the compactor has stopped for what it must not mend by itself',
    unit: 'boolean',
  }),
  alertsDropped: counter('thanos_alert_sender_alerts_dropped_total', {
    help: 'Alerts that no Alertmanager took',
  }),
});
