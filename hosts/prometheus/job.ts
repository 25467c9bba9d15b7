import { refusal } from '../../ground/fault.js';
import { type Application, scrapesOf } from '../../application/application.js';
import type { Defaults } from '../../application/host/intervals.js';
import { itself, jobName } from '../../application/host/job.js';
import { type Relabeling, relabelingsOf } from '../../application/relabeling.js';
import type { Scrape } from '../../application/scrape.js';
import type { Params } from '../../application/scrape/address.js';
import type { Intake, ScrapeProtocol } from '../../application/scrape/intake.js';
import type { Service } from '../../application/service.js';
import { targetsOf } from '../../application/target.js';
import type { Duration } from '../../ground/duration.js';
import { accessConfig } from './access.js';

/** An entry of `scrape_configs`, https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config. */
export interface ScrapeConfig {
  readonly job_name: string;
  readonly scrape_interval?: Duration;
  readonly scrape_timeout?: Duration;
  readonly scheme?: 'http' | 'https';
  readonly tls_config?: object;
  readonly basic_auth?: object;
  readonly authorization?: object;
  readonly metrics_path?: string;
  readonly params?: Params;
  readonly honor_labels?: boolean;
  readonly fallback_scrape_protocol?: ScrapeProtocol;
  readonly sample_limit?: number;
  readonly label_limit?: number;
  readonly static_configs: readonly StaticConfig[];
  readonly metric_relabel_configs?: readonly object[];
}
interface StaticConfig {
  readonly targets: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** A relabeling in the words of Prometheus, whose own action is to replace. */
const relabeling = (each: Relabeling): object => ({
  ...(each.action !== 'replace' && { action: each.action }),
  ...('source' in each && { source_labels: [each.source] }),
  regex: each.regex,
  ...('target' in each && { target_label: each.target }),
});

/** What is taken of an answer, in the words of Prometheus. It knows a format to fall back to since 3.0. */
const intakeConfig = ({ fallbackScrapeProtocol, sampleLimit, labelLimit, honorLabels }: Intake) => ({
  ...(honorLabels && { honor_labels: honorLabels }),
  ...(fallbackScrapeProtocol && { fallback_scrape_protocol: fallbackScrapeProtocol }),
  ...(sampleLimit && { sample_limit: sampleLimit }),
  ...(labelLimit && { label_limit: labelLimit }),
});

/** A host is one environment: of a Service in several namespaces, the application's own is what runs there, else the first. */
const here = (service: Service, home: string): Service => ({
  ...service,
  namespaces: [service.namespaces.includes(home) ? home : service.namespaces[0]],
});

/** Prometheus finds itself under no other name, whatever its network is. */
const nameOf = ({ name }: Service): string => (name === itself ? 'localhost' : name);

/**
 * The job of a scrape. Each target has the labels that the operator would give it, so that the same rules read both.
 *
 * @throws Error where a Service has no port of that name: nothing would be asked, and nobody told.
 */
const job = (
  scrape: Scrape,
  { name: host, namespace: home }: Application,
  defaults: Defaults,
): ScrapeConfig => {
  const { name, ofMachine, services, port, path, params, interval, timeout } = scrape;
  const job_name = jobName(scrape);
  const relabelings = relabelingsOf(scrape).map(relabeling);
  const targets = services.flatMap((service): readonly StaticConfig[] => {
    const number = service.ports[port]?.targetPort;
    if (number === undefined)
      throw refusal(`scrape ${name}`, {
        what: port,
        why: `Service ${service.name} has no port ${port}`,
        cure: `name one that it has: ${Object.keys(service.ports).join(', ')}`,
      });
    return targetsOf({ ...scrape, services: [here(service, home)] }).map(({ job, ...labels }) => ({
      targets: [`${nameOf(service)}:${number}`],
      labels: {
        ...(job !== undefined && job !== job_name && { job }),
        ...labels,
        ...(ofMachine && { instance: host }),
      },
    }));
  });
  return {
    job_name,
    ...(interval !== defaults.interval && { scrape_interval: interval }),
    ...(timeout !== defaults.timeout && { scrape_timeout: timeout }),
    ...accessConfig(scrape.access),
    ...(path !== '/metrics' && { metrics_path: path }),
    ...(Object.keys(params).length > 0 && { params }),
    ...intakeConfig(scrape.intake),
    static_configs: targets,
    ...(relabelings.length > 0 && { metric_relabel_configs: relabelings }),
  };
};

/** The jobs of an application: what it scrapes itself, its exporters, and the servers of its host. */
export const jobs = (application: Application, defaults: Defaults): readonly ScrapeConfig[] =>
  scrapesOf(application).map((scrape) => job(scrape, application, defaults));
