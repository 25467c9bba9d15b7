import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge, unconventional } from '#promql/metric/declare.js';

const labels = ['namespace', 'pod', 'container', 'id', 'image', 'name'] as const;
const perPod = ['namespace', 'pod', 'interface', 'id', 'image', 'name'] as const;
const range = [0, Infinity] as const;

/**
 * Containers as cAdvisor measures them inside the kubelet, Kubernetes 1.20 and newer, on `/metrics/cadvisor`,
 * https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md.
 *
 * Beside the containers there is one series per pod with `container=""` that holds their sum: choose containers by name. For
 * some minutes after a restart a container may have two series, of its old and its new `id`: take their maximum, not their sum. There
 * are two of each where two Services have the same kubelets scraped, which only labels of the target tell apart.
 */
export const cadvisorMetrics = catalog({
  workingSet: gauge('container_memory_working_set_bytes', {
    help: 'Memory in use without the page cache that was not touched lately (usage less inactive_file). It still holds the page cache that was (active_file), which the kernel takes back before it kills',
    labels,
    range,
  }),
  residentSet: gauge('container_memory_rss', {
    help: 'Anonymous memory (and swap cache), what processes hold themselves; without page cache, and without shared memory such as /dev/shm',
    labels,
    unit: 'bytes',
    range,
  }),
  memoryFailures: unconventional.counter('container_memory_failcnt', {
    help: 'How often memory was asked for beyond the limit',
    labels,
    why: 'named after the file of the kernel that it is read from',
  }),
  cpuUsage: counter('container_cpu_usage_seconds_total', {
    help: 'CPU time used, in seconds of one core',
    labels: [...labels, 'cpu'],
    unit: 'coreSeconds',
  }),
  cpuPeriods: counter('container_cpu_cfs_periods_total', {
    help: 'Periods in which the CPU limit was watched over; none without a limit',
    labels,
  }),
  cpuThrottledPeriods: counter('container_cpu_cfs_throttled_periods_total', {
    help: 'Periods in which the container was held back by its CPU limit',
    labels,
  }),
  networkReceived: counter('container_network_receive_bytes_total', {
    help: 'Bytes received by a pod',
    labels: perPod,
  }),
  networkSent: counter('container_network_transmit_bytes_total', {
    help: 'Bytes sent by a pod',
    labels: perPod,
  }),
});
