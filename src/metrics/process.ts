import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';

/**
 * What prometheus_client and client_golang export of their own process on Linux, all versions of the last ten years. A Python
 * application whose workers share a folder (`PROMETHEUS_MULTIPROC_DIR`) exports none of it.
 */
export const processMetrics = catalog({
  started: gauge('process_start_time_seconds', { help: 'When the process was started', unit: 'timestamp' }),
});
