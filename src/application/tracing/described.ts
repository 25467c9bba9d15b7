import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Resources } from '#application/exporter/resources.js';
import type { CollectorConfiguration } from './configuration.js';
import type { TraceStore } from './store.js';

/** What a configuration becomes: as it is, or with what its application wants otherwise. It is checked again. */
export type ChangeConfiguration = (configuration: CollectorConfiguration) => CollectorConfiguration;

/** How one of the two kinds of collectors runs. */
export interface Running {
  readonly resources: Resources;
  readonly change?: ChangeConfiguration;
}

/** How an application's traces are collected, sampled and kept. */
export interface Tracing {
  readonly store: TraceStore;
  /** A trace that takes longer is kept, whatever else is. */
  readonly slow: Limit<'seconds'>;
  /** Of traces that neither fail nor take long, so many are kept. */
  readonly keeps: Limit<'ratio'>;
  /** New traces, when there are most: by it a gateway is given room. */
  readonly traces: Limit<'perSecond'>;
  readonly spansPerTrace: number;
  /** How long a trace is waited for from its first span on. Longer than the longest request that must be seen whole. */
  readonly decisionWait: Duration;
  /** In how many combinations of service, span, route and status spans are counted; what is beyond is counted as one. */
  readonly combinations: number;
  /** How often the collectors are scraped. */
  readonly interval: Duration;
  /** Collectors that decide; there may be several in a cluster, and there is one on a host. */
  readonly gateway: Running & { readonly replicas: number };
  /** A collector on each node of a cluster, to which pods send; nothing where they send to the one gateway. A host has none. */
  readonly agent?: Running;
  readonly image: string;
  readonly imagePullSecrets: readonly string[];
}
