import { type MetricCatalog, catalogShape } from '#promql/metric/catalog.js';
import { type Fault, refuse } from '#ground/fault.js';
import type { Duration } from '#ground/duration.js';
import { type Placement, placementFaults, placementOf, placementShape } from '#ground/placement.js';
import { type Secret, secretReference } from '#ground/secret.js';
import {
  type Shape,
  aNumber,
  byName,
  exactly,
  fields,
  length,
  listOf,
  named,
  oneOf,
  text,
} from '#ground/shape.js';
import { type ServiceScrape, scrape } from '#application/scrape.js';
import type { DropSpec } from '#application/scrape/drop.js';
import { type Intake } from '#application/scrape/intake.js';
import { type Reached, reachedFaults, reachedShape } from '#application/network/reached.js';
import type { ReckonedSpec } from '#application/scrape/asking.js';
import { reckonedFields } from '#application/scrape/shape.js';
import { type RenderedService, service } from '#application/service.js';
import { fromRegistry, imageFaults, registryFaults } from './image.js';
import { type Resources, type ResourcesSpec, little, resourceFaults, resourcesOf } from './resources.js';

/** The value of an environment variable: a text that everybody may read, or the key of a Secret. */
export type EnvironmentValue = string | Secret;

/** Who exporters run as: `nobody` of most images. */
export const nobody = 65_534;

/** Where an exporter finds the certificate of who signed its server's, if it is given one. */
export const caFile = '/etc/exporter/ca.crt';

/** A secret that is read from a file. */
export interface SecretFile {
  readonly secret: Secret;
  readonly holds: 'certificate' | 'key' | 'login';
}

/** By what a container asks itself. */
export const askers = ['wget', 'curl'] as const;

/** A program of its own that tells Prometheus about another, such as postgres_exporter about PostgreSQL. */
export interface Exporter {
  readonly name: string;
  readonly namespace: string;
  /** Image with its version, never `latest`. */
  readonly image: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  /** What it runs on. */
  readonly resources: Resources;
  /** On which nodes of a cluster it runs; on any that takes it unless told. On a host there is one. */
  readonly placement?: Placement;
  /** The Secrets by which Kubernetes may pull its image, in its namespace. On a host, Docker itself is logged in. */
  readonly imagePullSecrets: readonly string[];
  /** Where the certificate of who signed its server's is kept: it is the file `caFile` inside. */
  readonly ca?: Secret;
  /** The file that it reads its configuration from, and what is written there, as YAML. */
  readonly configuration?: { readonly path: `/${string}`; readonly value: object };
  /** The secrets that its configuration names, each the file `mountedSecret` inside, and what each is. */
  readonly files: readonly SecretFile[];
  /** A path that answers without asking the watched program: the exporter lives, whatever it has to report. */
  readonly livePath: string;
  /** What its image holds to ask it from inside whether it lives, as Docker does; Kubernetes asks from outside. */
  readonly asks?: (typeof askers)[number];
  /**
   * Where the root of the machine's file system stands inside, read-only, of an exporter that watches the machine it runs on: there is
   * one on every machine, on Kubernetes by a DaemonSet.
   */
  readonly hostRoot?: string;
  /** What must be there for it to tell anything, in Markdown, each a clause: ``nginx serves `stub_status` at …``. */
  readonly needs: readonly string[];
  /** Where it goes, for its network policy; where it does not say so, what is let out of its pod is not limited. Who is asked through it is added. */
  readonly reaches?: readonly Reached[];
  readonly port: number;
  readonly service: RenderedService<'metrics'>;
  readonly scrape: ServiceScrape;
}

const isSame = ({ secret: one }: SecretFile, { secret: other }: SecretFile): boolean =>
  one.name === other.name && one.key === other.key;

/** What may be said of every exporter, whatever it watches. */
export interface Asked
  extends Partial<Pick<Exporter, 'image' | 'imagePullSecrets'>>, Pick<Intake, 'labelLimit'>, ReckonedSpec {
  /** What it exports and is not to be stored. */
  readonly drop?: DropSpec;
  /** How often it is asked; every half a minute unless given. */
  readonly interval?: Duration;
  /** The label `job` of its series; the exporter's name unless given. */
  readonly job?: string;
  /** A registry that holds its image as the public one does, as `registry.example/mirror`; `image` names another altogether. */
  readonly registry?: string;
  /** What it runs on; of what is not given, the usual. */
  readonly resources?: ResourcesSpec;
  /** On which nodes of a cluster it runs: that which is for monitoring, as its platform does. One of each machine is on those of these labels. */
  readonly placement?: Partial<Placement>;
  /**
   * Where it goes, where its address does not say it: a name that leads out of the cluster, pods whose port is another than their Service's; then
   * it is let out to these alone.
   */
  readonly reaches?: readonly Reached[];
}

/** The same of one that asks its server over TLS. */
export interface AskedOverTls extends Asked {
  /** Where the certificate of who signed its server's is kept; those that the image trusts unless given. */
  readonly ca?: Secret;
}

/**
 * The address of a server that speaks HTTP, unless it is more than that.
 *
 * @throws Error on an address with a user or a password, which it does not tell.
 */
export const withoutLogin = (exporter: string, address: string, instead: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    const fault: Fault = {
      where: '',
      // It may hold the password itself.
      what: '',
      code: 'bad-address',
      why: 'its address is no URL, or one with a login',
      cure: `write e.g. ${instead}`,
    };
    refuse(`exporter ${exporter}`, [fault]);
  }
  return address;
};

export interface ExporterSpec
  extends
    Omit<AskedOverTls, 'image'>,
    Pick<Exporter, 'namespace' | 'image' | 'port' | 'environment'>,
    Partial<Pick<Exporter, 'args' | 'livePath' | 'asks' | 'hostRoot' | 'needs' | 'configuration' | 'files'>> {
  readonly metrics: readonly MetricCatalog[];
  /** What one of its kind usually runs on. */
  readonly usual?: Resources;
}

const aShare = exactly({}, { request: aNumber, limit: aNumber });
const environmentValue: Shape = (where, value) =>
  typeof value === 'string' ? [] : secretReference(where, value);
const exporterShape = fields(
  {
    ...{ namespace: named, image: named, port: aNumber },
    environment: byName(environmentValue),
    metrics: listOf(catalogShape),
  },
  {
    ...{ interval: length, job: named, registry: text, livePath: text, ca: secretReference },
    ...{ args: listOf(text), needs: listOf(text), imagePullSecrets: listOf(text) },
    resources: exactly({}, { cpu: aShare, memory: aShare }),
    asks: oneOf(askers),
    reaches: listOf(reachedShape),
    placement: placementShape,
    ...reckonedFields,
  },
);

/** What is wrong with an exporter, whether it was made so or changed since. */
export const exporterFaults = ({
  image,
  resources,
  environment,
  asks,
  reaches = [],
  placement,
}: Pick<Exporter, 'image' | 'resources' | 'environment' | 'reaches' | 'placement'> & {
  readonly asks: Exporter['asks'] | undefined;
}): readonly Fault[] => [
  ...reachedFaults('reaches', reaches),
  ...imageFaults(image),
  ...resourceFaults(resources),
  ...(placement ? placementFaults(placement) : []),
  ...byName(environmentValue)('environment', environment),
  ...(asks === undefined ? [] : oneOf(askers)('asks', asks)),
];

/**
 * An exporter with the Service and the scrape that it needs.
 *
 * @throws Error on an image without a version, a registry that is none, and resources or a placement that Kubernetes refuses.
 */
export const exporter = (name: string, spec: ExporterSpec): Exporter => {
  const { namespace, registry, port, environment, args = [], livePath = '/', asks, hostRoot, ca } = spec;
  const { interval = '30s', job, metrics, needs = [], imagePullSecrets = [], usual = little } = spec;
  const { configuration, files = [], reaches } = spec;
  refuse(`exporter ${name}`, exporterShape('', spec));
  const image = fromRegistry(spec.image, registry);
  const resources = resourcesOf(usual, spec.resources ?? {});
  const placement = spec.placement && placementOf(spec.placement);
  refuse(`exporter ${name}`, [
    ...imageFaults(image),
    ...registryFaults(registry),
    ...resourceFaults(resources),
    ...(placement ? placementFaults(placement) : []),
    ...reachedFaults('reaches', reaches ?? []),
  ]);
  const labels = { 'app.kubernetes.io/name': name };
  const own = service(name, { namespaces: [namespace], labels, ports: { metrics: port }, selector: labels });
  return {
    name,
    namespace,
    image,
    args,
    environment,
    resources,
    ...(placement && { placement }),
    imagePullSecrets,
    ...(ca !== undefined && { ca }),
    ...(configuration !== undefined && { configuration }),
    files: files.filter((each, i) => files.findIndex((other) => isSame(other, each)) === i),
    livePath,
    ...(asks !== undefined && { asks }),
    ...(hostRoot !== undefined && { hostRoot }),
    needs,
    ...(reaches !== undefined && { reaches }),
    port,
    service: { ...own, selector: labels },
    scrape: scrape(own, {
      port: 'metrics',
      ofMachine: hostRoot !== undefined,
      interval,
      metrics,
      ...(spec.sampleLimit !== undefined && { sampleLimit: spec.sampleLimit }),
      ...(spec.labelLimit !== undefined && { labelLimit: spec.labelLimit }),
      ...(spec.keep && { keep: spec.keep }),
      ...(spec.expects && { expects: spec.expects }),
      ...(spec.drop && { drop: spec.drop }),
      ...(job !== undefined && { job }),
    }),
  };
};
