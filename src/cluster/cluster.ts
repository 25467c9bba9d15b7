import type { Application } from '#application/application.js';
import { isObject } from '#ground/field.js';
import { refuse } from '#ground/fault.js';
import type { Platform } from '#platform/platform.js';
import { platformFaults } from '#platform/fault.js';
import { usualPlatform } from '#platform/usual.js';
import type { ArgoCD } from './argocd.js';
import { clusterFaults } from './fault.js';
import type { ClusterAddresses, Here } from './here.js';
import { inCluster } from './in-cluster.js';
import { type Namespaces, namespacesFaults } from './namespace.js';
import type { SecretSource } from './secret-source.js';
import { clusterShape } from './shape.js';
import { type Size, sizeFaults } from './size.js';

/** A cluster, what it is monitored by, and the applications in it. */
export interface Cluster extends Here {
  readonly of: 'cluster';
  /** Its folder below `dist/`. */
  readonly name: string;
  readonly platform: Platform;
  /** Whether the platform was said, and is delivered with the rest; else it is taken to be the usual one, which somebody else delivers. */
  readonly deliversPlatform: boolean;
  /** As they are here. */
  readonly applications: readonly Application[];
  /** Clusters without a Grafana of their own, whose dashboards this one's shows; the estate tells which. */
  readonly shows: readonly Cluster[];
  /** Clusters without an Alertmanager of their own, whose alerts this one's takes; the estate tells which. */
  readonly tells: readonly Cluster[];
  /** How ArgoCD delivers it; nothing where somebody applies its folders by hand. */
  readonly argocd?: ArgoCD;
  /** Where its Secrets come from. */
  readonly secrets: SecretSource;
  /** What it says of namespaces that are not only ours, by their names. */
  readonly namespaces?: Namespaces;
  /** How large it is, where that is said. */
  readonly size?: Size;
}

/** An application, or what makes one of the cluster that it is for: where limits, receivers, namespaces, replicas or what pages differ. */
export type Described = Application | ((here: Here) => Application);

export interface ClusterSpec {
  /** `production`, `staging`; the cluster's name unless given. */
  readonly environment?: string;
  /** What Prometheus adds to all that leaves it, beside `cluster` and `environment`: `{ region: 'kr' }`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What it is monitored by. Left out where somebody else delivers it: then it is taken to be the chart as it comes. */
  readonly platform?: Platform;
  readonly addresses?: ClusterAddresses;
  readonly argocd?: ArgoCD;
  /** Where its Secrets come from; they are made by hand unless given. */
  readonly secrets?: SecretSource;
  /** Of namespaces in which others live too: what Pod Security enforces there, and whether somebody else delivers them. */
  readonly namespaces?: Namespaces;
  /** How many nodes and pods it has, in round numbers: what its own monitoring costs is reckoned by it. */
  readonly size?: Size;
  readonly applications: readonly Described[];
}

/**
 * A cluster of the estate, with its applications: `cluster('production', { platform, applications: [shop] })`. What is made of it stands in
 * `dist/production/`, each application in a folder of its own.
 *
 * @throws Refusal with all that is wrong: a name that is no folder, labels that Prometheus does not take, addresses that no browser asks.
 */
export const cluster = (name: string, spec: ClusterSpec): Cluster => {
  refuse(`cluster '${name}'`, clusterShape('', spec));
  const { environment = name, labels, platform, addresses = {}, argocd, secrets = { by: 'hand' } } = spec;
  const { namespaces, size } = spec;
  const here: Here = {
    cluster: name,
    environment,
    labels: { cluster: name, environment, ...labels },
    addresses,
  };
  refuse(`cluster '${name}'`, [...clusterFaults(here), ...namespacesFaults(namespaces), ...sizeFaults(size)]);
  refuse(`platform of cluster '${name}'`, platform ? platformFaults(platform) : []);
  const monitored = platform ?? usualPlatform;
  return {
    ...here,
    of: 'cluster',
    name,
    platform: monitored,
    deliversPlatform: platform !== undefined,
    applications: spec.applications.map((each) =>
      inCluster(typeof each === 'function' ? each(here) : each, here, monitored),
    ),
    ...{ shows: [], tells: [] },
    ...(argocd && { argocd }),
    secrets,
    ...(namespaces && { namespaces }),
    ...(size && { size }),
  };
};

/** Whether a value is what `cluster` makes. */
export const isCluster = (value: unknown): value is Cluster =>
  isObject(value) && value['of'] === 'cluster' && 'platform' in value;
