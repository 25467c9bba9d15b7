import type { Release } from '#ground/release.js';

/** The programs by which this project proves what it writes: of the Prometheus project, and of what is written for others. */
export type ToolName =
  | 'promtool'
  | 'prometheus'
  | 'amtool'
  | 'alertmanager'
  | 'blackbox_exporter'
  | 'victoria-metrics'
  | 'vmalert';

/** The packages of Debian and Ubuntu that hold them. */
export type Package =
  'prometheus' | 'promtool' | 'prometheus-alertmanager' | 'prometheus-blackbox-exporter' | 'victoria-metrics';

export interface Requirement {
  /** The file names it goes by; Debian calls Alertmanager's otherwise than its project does. */
  readonly files: readonly string[];
  readonly atLeast: Release;
  /** Where it may be, the newest layout first: from Debian 13 on promtool is a package of its own. */
  readonly packages: readonly [Package, ...Package[]];
  /** The project whose release holds it. */
  readonly project: 'Prometheus' | 'Alertmanager' | 'blackbox_exporter' | 'VictoriaMetrics';
  /** What it says of itself when it is asked for help: of a program whose package leaves out which release it is. */
  readonly help?: RegExp;
}

const prometheus = { atLeast: '2.42', project: 'Prometheus' } as const;
const alertmanager = {
  atLeast: '0.25',
  packages: ['prometheus-alertmanager'],
  project: 'Alertmanager',
} as const;

const victoriaMetrics = {
  atLeast: '0.0',
  packages: ['victoria-metrics'],
  project: 'VictoriaMetrics',
} as const;

/** The releases of Debian 12, the oldest that this project is proven with. */
export const requirements: Readonly<Record<ToolName, Requirement>> = {
  promtool: { files: ['promtool'], packages: ['promtool', 'prometheus'], ...prometheus },
  prometheus: { files: ['prometheus'], packages: ['prometheus'], ...prometheus },
  amtool: { files: ['amtool'], ...alertmanager },
  alertmanager: { files: ['alertmanager', 'prometheus-alertmanager'], ...alertmanager },
  // Only its own tests ask for it.
  blackbox_exporter: {
    files: ['blackbox_exporter', 'prometheus-blackbox-exporter'],
    atLeast: '0.23',
    packages: ['prometheus-blackbox-exporter'],
    project: 'blackbox_exporter',
  },
  // These too. What a package of Debian holds of them does not say which release it is.
  'victoria-metrics': {
    files: ['victoria-metrics'],
    help: /^victoria-metrics is a time series database/m,
    ...victoriaMetrics,
  },
  vmalert: { files: ['vmalert'], help: /^vmalert processes alerts and recording rules/m, ...victoriaMetrics },
};
