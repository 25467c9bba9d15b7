import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, histogram, summary } from '#promql/metric/declare.js';

/** An application to test with: every kind of metric, open and closed labels, several units. */
export const shop = catalog({
  requests: counter('shop_requests_total', {
    help: 'Requests answered',
    labels: ['method', 'status', 'region'],
    values: { region: ['eu', 'asia', 'us'] },
  }),
  sent: counter('shop_sent_bytes_total', { help: 'Bytes sent' }),
  cpu: counter('shop_cpu_seconds_total', { help: 'CPU time', unit: 'coreSeconds' }),
  baskets: gauge('shop_open_baskets', { help: 'Open baskets', range: [0, Infinity], labels: ['shelf'] }),
  drift: gauge('shop_clock_drift_seconds', { help: 'How far the clock is ahead' }),
  memory: gauge('shop_memory_bytes', { help: 'Memory in use', range: [0, Infinity] }),
  memoryLimit: gauge('shop_memory_limit_bytes', { help: 'Memory that may be used', range: [0, Infinity] }),
  fill: gauge('shop_shelf_fill_ratio', { help: 'How full a shelf is', labels: ['shelf'], range: [0, 1] }),
  open: gauge('shop_open', { help: 'Whether the shop is open', unit: 'boolean' }),
  backup: gauge('shop_last_backup_timestamp_seconds', { help: 'When the last backup ended' }),
  duration: histogram('shop_request_duration_seconds', {
    help: 'Time to answer',
    labels: ['method'],
    buckets: [0.1, 0.5, 1, 5],
  }),
  size: summary('shop_request_size_bytes', { help: 'Size of requests' }),
});
