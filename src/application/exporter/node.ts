import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { type Fault, refuse } from '#ground/fault.js';
import { type Asked, type Exporter, exporter } from './exporter.js';

export interface NodeSpec extends Asked {
  readonly namespace: string;
  /**
   * What others write to files of the machine for it to tell: all `*.prom` of a directory, in the text format, each readable by everybody and
   * moved in whole, with the catalogues of what is in them.
   */
  readonly textfiles?: { readonly directory: `/${string}`; readonly metrics: readonly MetricCatalog[] };
}

const hostRoot = '/host';

const directoryFaults = (directory: string): readonly Fault[] =>
  /^(\/[-\w.]+)+$/.test(directory)
    ? []
    : [
        {
          where: 'textfiles.directory',
          what: directory,
          code: 'bad-path',
          why: `'${directory}' is no directory of the machine`,
          cure: "write e.g. '/var/lib/node_exporter/textfile'",
        },
      ];

/**
 * node_exporter for the machine it runs on, https://github.com/prometheus/node_exporter: CPU, memory, disks,
 * file systems. It counts no network but its own, so what it says of the network is not among its metrics.
 */
export const nodeExporter = (name: string, { textfiles, ...spec }: NodeSpec): Exporter => {
  refuse(`exporter ${name}`, textfiles ? directoryFaults(textfiles.directory) : []);
  return exporter(name, {
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
      ...(textfiles ? [`--collector.textfile.directory=${hostRoot}${textfiles.directory}`] : []),
    ],
    environment: {},
    metrics: [nodeExporterMetrics, ...(textfiles?.metrics ?? [])],
    ...(textfiles && {
      needs: [
        `others write their metrics to \`${textfiles.directory}/*.prom\` on the machine, readable by everybody`,
      ],
    }),
  });
};
