import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';

const range = [0, Infinity] as const;
const fileSystem = ['device', 'fstype', 'mountpoint'] as const;
const device = ['device'] as const;

/**
 * node_exporter 1.5 to 1.11 on Linux, with the collectors that are on by default, but for those of the network: it counts
 * that of its own namespace, and a container has one of its own, whatever of the machine's /proc is mounted there.
 */
export const nodeExporterMetrics = catalog({
  build: gauge('node_exporter_build_info', {
    help: 'As which version the exporter was built; always 1',
    labels: ['version'],
    range: [1, 1],
  }),
  cpu: counter('node_cpu_seconds_total', {
    help: 'Time that a CPU spent in a mode',
    labels: ['cpu', 'mode'],
    values: { mode: ['idle', 'iowait', 'irq', 'nice', 'softirq', 'steal', 'system', 'user'] },
    unit: 'coreSeconds',
  }),
  load1: gauge('node_load1', { help: 'Load average over a minute', range }),
  load5: gauge('node_load5', { help: 'Load average over five minutes', range }),
  load15: gauge('node_load15', { help: 'Load average over a quarter of an hour', range }),
  memoryTotal: gauge('node_memory_MemTotal_bytes', { help: 'Memory of the machine', range }),
  memoryAvailable: gauge('node_memory_MemAvailable_bytes', {
    help: 'Memory that can be had without swapping',
    range,
  }),
  swapTotal: gauge('node_memory_SwapTotal_bytes', { help: 'Swap space; 0 where there is none', range }),
  swapFree: gauge('node_memory_SwapFree_bytes', { help: 'Swap space left', range }),
  fileSystemSize: gauge('node_filesystem_size_bytes', {
    help: 'Size of a file system',
    labels: fileSystem,
    range,
  }),
  fileSystemAvailable: gauge('node_filesystem_avail_bytes', {
    help: 'Bytes of a file system that are left to users, less than what is free by what is kept for root',
    labels: fileSystem,
    range,
  }),
  fileSystemFree: gauge('node_filesystem_free_bytes', {
    help: 'Bytes of a file system that are free',
    labels: fileSystem,
    range,
  }),
  inodes: gauge('node_filesystem_files', { help: 'Inodes of a file system', labels: fileSystem, range }),
  inodesFree: gauge('node_filesystem_files_free', { help: 'Inodes left', labels: fileSystem, range }),
  readOnly: gauge('node_filesystem_readonly', {
    help: 'Whether a file system is read-only',
    labels: fileSystem,
    unit: 'boolean',
  }),
  diskReads: counter('node_disk_reads_completed_total', { help: 'Reads from a disk', labels: device }),
  diskWrites: counter('node_disk_writes_completed_total', { help: 'Writes to a disk', labels: device }),
  diskBytesRead: counter('node_disk_read_bytes_total', { help: 'Bytes read from a disk', labels: device }),
  diskBytesWritten: counter('node_disk_written_bytes_total', {
    help: 'Bytes written to a disk',
    labels: device,
  }),
  diskBusy: counter('node_disk_io_time_seconds_total', {
    help: 'Time in which a disk had something to do',
    labels: device,
  }),
  booted: gauge('node_boot_time_seconds', { help: 'When the machine was started', unit: 'timestamp', range }),
  clock: gauge('node_time_seconds', { help: "The machine's clock", unit: 'timestamp', range }),
});

/**
 * The machine's network, of a node_exporter in the network namespace of the machine, as kube-prometheus-stack runs its own. That of
 * `nodeExporter()` is not: what it says of the network is said of its own scrapes.
 */
export const nodeNetworkMetrics = catalog({
  networkReceived: counter('node_network_receive_bytes_total', { help: 'Bytes received', labels: device }),
  networkSent: counter('node_network_transmit_bytes_total', { help: 'Bytes sent', labels: device }),
  networkReceiveErrors: counter('node_network_receive_errs_total', {
    help: 'Packets received with an error',
    labels: device,
  }),
});
