import type { Release } from '#ground/release.js';

/** The programs by which this project proves and shows what it writes: of the Prometheus project, of what is written for others, a browser. */
export type ToolName =
  | 'promtool'
  | 'prometheus'
  | 'amtool'
  | 'alertmanager'
  | 'blackbox_exporter'
  | 'victoria-metrics'
  | 'vmalert'
  | 'chromium';

/** The packages of Debian and Ubuntu that hold them. */
export type Package =
  | 'prometheus'
  | 'promtool'
  | 'prometheus-alertmanager'
  | 'prometheus-blackbox-exporter'
  | 'victoria-metrics'
  | 'chromium-headless-shell';

export interface Requirement {
  /** The file names it goes by; Debian calls Alertmanager's otherwise than its project does. */
  readonly files: readonly string[];
  readonly atLeast: Release;
  /** Where it may be, the newest layout first: from Debian 13 on promtool is a package of its own. */
  readonly packages: readonly [Package, ...Package[]];
  /** The project whose release holds it. */
  readonly project: 'Prometheus' | 'Alertmanager' | 'blackbox_exporter' | 'VictoriaMetrics' | 'Chromium';
  /** What it says of itself when it is asked for help: of a program whose package leaves out which release it is. */
  readonly help?: RegExp;
  /** Where its release stands in what `--version` says, of one that does not say it as Prometheus's programs do. */
  readonly release?: RegExp;
  /** Packages that are fetched with it, beside all on which it depends; left out of a program that runs alone. */
  readonly beside?: readonly string[];
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
  // It draws pages for pictures and for tests. Those of Debian and of Google go by these names, and the last is where macOS has it.
  chromium: {
    files: [
      ...['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser'],
      ...['google-chrome', 'google-chrome-stable', 'microsoft-edge'],
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    atLeast: '120.0',
    packages: ['chromium-headless-shell'],
    project: 'Chromium',
    release: /^(?:Chromium|Google Chrome(?: for Testing)?|HeadlessChrome|Microsoft Edge)[ /](\S+)/m,
    // What is Korean needs a font that is, and Grafana writes in Inter.
    beside: ['fonts-nanum', 'fonts-inter', 'fonts-dejavu-core'],
  },
};
