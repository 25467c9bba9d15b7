import { catalog } from '#promql/metric/catalog.js';
import { gauge } from '#promql/metric/declare.js';

const labels = ['namespace', 'persistentvolumeclaim'] as const;
const range = [0, Infinity] as const;

/**
 * Volumes as the kubelet measures them, Kubernetes 1.20 and newer, on its own `/metrics`. There are none for volumes whose
 * driver does not measure: hostPath and local-path (the default of k3s) among them.
 */
export const kubeletMetrics = catalog({
  volumeUsed: gauge('kubelet_volume_stats_used_bytes', { help: 'Bytes used of a volume', labels, range }),
  volumeCapacity: gauge('kubelet_volume_stats_capacity_bytes', { help: 'Size of a volume', labels, range }),
  volumeAvailable: gauge('kubelet_volume_stats_available_bytes', {
    help: 'Bytes of a volume that are left to its users; with what is used it may be less than the capacity, of which file systems keep a part for root',
    labels,
    range,
  }),
  volumeInodes: gauge('kubelet_volume_stats_inodes', { help: 'Inodes of a volume', labels, range }),
  volumeInodesUsed: gauge('kubelet_volume_stats_inodes_used', {
    help: 'Inodes used of a volume',
    labels,
    range,
  }),
});
