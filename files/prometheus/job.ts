import type { Application } from '../../application/application.js';
import { scrapesOf } from '../../application/application.js';
import type { Scrape } from '../../application/scrape.js';
import { targetsOf } from '../../application/target.js';
import { collidingLabels } from '../../promql/metric/catalog.js';
import type { Duration } from '../../promql/unit/duration.js';

/** An entry of `scrape_configs`, https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config. */
export interface ScrapeConfig {
  readonly job_name: string;
  readonly scrape_interval?: Duration;
  readonly scrape_timeout?: Duration;
  readonly metrics_path?: string;
  readonly static_configs: readonly StaticConfig[];
  readonly metric_relabel_configs?: readonly object[];
}
interface StaticConfig {
  readonly targets: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a job need not say, because it is said for all. */
export interface Defaults {
  readonly interval: Duration;
  readonly timeout: Duration;
}

/** What the most scrapes have; of several, what the first has. */
const mostly = <T>(values: readonly T[], otherwise: T): T => {
  const times = (value: T): number => values.filter((each) => each === value).length;
  return values.reduce((most, value) => (times(value) > times(most) ? value : most), values[0] ?? otherwise);
};

export const defaultsOf = (scrapes: readonly Scrape[]): Defaults => ({
  interval: mostly(
    scrapes.map(({ interval }) => interval),
    '15s',
  ),
  timeout: mostly(
    scrapes.map(({ timeout }) => timeout),
    '10s',
  ),
});

/** Of a label that the application sets and its target has too, the application's is kept: as a ServiceMonitor of ours does. */
const takenBack = (label: string): readonly object[] => [
  { source_labels: [`exported_${label}`], regex: '(.+)', target_label: label },
  { action: 'labeldrop', regex: `exported_${label}` },
];

/** A host is one environment: of a Service in several namespaces, the application's own is what runs there. */
const isHere = (namespaces: readonly string[], home: string, namespace: string): boolean =>
  namespaces.includes(home) ? namespace === home : true;

/** The job of a scrape. Each target has the labels that the operator would give it, so that the same rules read both. */
const job = (scrape: Scrape, { namespace: home }: Application, defaults: Defaults): ScrapeConfig => {
  const { name, job: job_name = name, services, port, path, interval, timeout, metrics } = scrape;
  const relabelings = [...new Set(metrics.flatMap(collidingLabels))].flatMap(takenBack);
  const targets = targetsOf(scrape).flatMap(({ job, ...labels }) => {
    const service = services.find((each) => each.name === labels['service']);
    const number = service?.ports[port]?.targetPort;
    return number !== undefined && isHere(scrape.namespaces, home, labels['namespace'] ?? '')
      ? [
          {
            targets: [`${labels['service']}:${number}`],
            labels: { ...(job !== job_name && { job: job ?? '' }), ...labels },
          },
        ]
      : [];
  });
  return {
    job_name,
    ...(interval !== defaults.interval && { scrape_interval: interval }),
    ...(timeout !== defaults.timeout && { scrape_timeout: timeout }),
    ...(path !== '/metrics' && { metrics_path: path }),
    static_configs: targets,
    ...(relabelings.length > 0 && { metric_relabel_configs: relabelings }),
  };
};

/** The jobs of an application: what it scrapes itself, and its exporters. */
export const jobs = (application: Application, defaults: Defaults): readonly ScrapeConfig[] =>
  scrapesOf(application).map((scrape) => job(scrape, application, defaults));
