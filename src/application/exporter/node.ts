import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { type Asked, type Exporter, exporter } from './exporter.js';

export interface NodeSpec extends Asked {
  readonly namespace: string;
}

const hostRoot = '/host';

/**
 * node_exporter for the machine it runs on, https://github.com/prometheus/node_exporter: CPU, memory, disks,
 * file systems. It counts no network but its own, so what it says of the network is not among its metrics.
 */
export const nodeExporter = (name: string, spec: NodeSpec): Exporter =>
  exporter(name, {
    image: 'quay.io/prometheus/node-exporter:v1.9.1',
    reaches: [],
    ...spec,
    port: 9100,
    asks: 'wget',
    hostRoot,
    args: [
      `--path.rootfs=${hostRoot}`,
      `--path.procfs=${hostRoot}/proc`,
      `--path.sysfs=${hostRoot}/sys`,
      // What containers mount, and what is no disk, fills nothing up.
      '--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|run/.+|var/lib/(docker|containerd|kubelet)/.+)($|/)',
    ],
    environment: {},
    metrics: [nodeExporterMetrics],
  });
