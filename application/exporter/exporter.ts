import type { MetricCatalog } from '../../promql/metric/catalog.js';
import { type Fault, refuse } from '../../ground/fault.js';
import type { Duration } from '../../ground/duration.js';
import type { Secret } from '../../ground/secret.js';
import { type Scrape, scrape } from '../scrape.js';
import { type RenderedService, service } from '../service.js';

/** The value of an environment variable: a text that everybody may read, or the key of a Secret. */
export type EnvironmentValue = string | Secret;

/** A program of its own that tells Prometheus about another, such as postgres_exporter about PostgreSQL. */
export interface Exporter {
  readonly name: string;
  readonly namespace: string;
  /** Image with its version, never `latest`. */
  readonly image: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  /** A path that answers without asking the watched program: the exporter lives, whatever it has to report. */
  readonly livePath: string;
  /** What its image holds to ask it from inside whether it lives, as Docker does; Kubernetes asks from outside. */
  readonly asks?: 'wget' | 'curl';
  /**
   * Where the root of the machine's file system stands inside, read-only, of an exporter that watches the machine it runs on: there is
   * one on every machine, on Kubernetes by a DaemonSet.
   */
  readonly hostRoot?: string;
  /** What must be there for it to tell anything, in Markdown, each a clause: ``nginx serves `stub_status` at …``. */
  readonly needs: readonly string[];
  readonly port: number;
  readonly service: RenderedService<'metrics'>;
  readonly scrape: Scrape;
}

/** How often an exporter is asked, and what its series are called by. */
export interface Asked {
  readonly interval?: Duration;
  /** The label `job` of its series; the exporter's name unless given. */
  readonly job?: string;
}

/**
 * The address of a server that speaks HTTP, unless it is more than that.
 *
 * @throws Error on an address with a user or a password, which it does not tell.
 */
export const withoutLogin = (exporter: string, address: string, instead: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') {
    const fault: Fault = {
      where: '',
      // It may hold the password itself.
      what: '',
      why: 'its address is no URL, or one with a login',
      cure: `write e.g. ${instead}`,
    };
    refuse(`exporter ${exporter}`, [fault]);
  }
  return address;
};

export interface ExporterSpec
  extends
    Asked,
    Pick<Exporter, 'namespace' | 'image' | 'port' | 'environment'>,
    Partial<Pick<Exporter, 'args' | 'livePath' | 'asks' | 'hostRoot' | 'needs'>> {
  readonly metrics: readonly MetricCatalog[];
}

/**
 * An exporter with the Service and the scrape that it needs.
 *
 * @throws Error on an image without a version.
 */
export const exporter = (name: string, spec: ExporterSpec): Exporter => {
  const { namespace, image, port, environment, args = [], livePath = '/', asks, hostRoot } = spec;
  const { interval = '30s', job, metrics, needs = [] } = spec;
  if (!/:[^/:]+$/.test(image) || image.endsWith(':latest')) {
    const fault: Fault = {
      where: 'image',
      what: image,
      why: `'${image}' names no version, so a restart may change it`,
      cure: `write e.g. '${image.replace(/:latest$/, '')}:v1.2.3'`,
    };
    refuse(`exporter ${name}`, [fault]);
  }
  const labels = { 'app.kubernetes.io/name': name };
  const own = service(name, { namespaces: [namespace], labels, ports: { metrics: port }, selector: labels });
  return {
    name,
    namespace,
    image,
    args,
    environment,
    livePath,
    ...(asks !== undefined && { asks }),
    ...(hostRoot !== undefined && { hostRoot }),
    needs,
    port,
    service: { ...own, selector: labels },
    scrape: scrape(own, {
      port: 'metrics',
      ofMachine: hostRoot !== undefined,
      interval,
      metrics,
      ...(job !== undefined && { job }),
    }),
  };
};
