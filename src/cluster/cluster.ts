import type { Application } from '#application/application.js';
import type { Platform } from '#platform/platform.js';
import type { ArgoCD } from './argocd.js';
import type { SecretSource } from './secret-source.js';

/** An address that a browser asks: `https://grafana.example.com`. */
export type Https = `https://${string}`;

/** Where people read what a cluster's monitoring shows; links lead to those that are said. Two clusters that say one address share the server. */
export interface ClusterAddresses {
  readonly grafana?: Https;
  readonly prometheus?: Https;
  readonly alertmanager?: Https;
  /** Below which the pages of runbooks are read. */
  readonly runbooks?: Https;
}

/** What an application is told of the place that it is described for: it is a function of it where it differs. */
export interface Here {
  readonly cluster: string;
  readonly environment: string;
  /** What Prometheus adds to all that leaves it: `cluster`, `environment` and what else the cluster says. */
  readonly labels: Readonly<Record<string, string>>;
  readonly addresses: ClusterAddresses;
}

/** A cluster, what it is monitored by, and the applications in it. */
export interface Cluster extends Here {
  readonly of: 'cluster';
  /** Its folder below `dist/`; the label `cluster` unless told. */
  readonly name: string;
  readonly platform: Platform;
  /** As they are here. */
  readonly applications: readonly Application[];
  /** How ArgoCD delivers it; nothing where somebody applies its folders by hand. */
  readonly argocd?: ArgoCD;
  /** Where its Secrets come from. */
  readonly secrets: SecretSource;
}
