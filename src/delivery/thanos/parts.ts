import type { Cluster } from '#cluster/cluster.js';
import type { Thanos } from '#platform/engine/thanos.js';
import type { Platform } from '#platform/platform.js';

/** What all of Thanos in a cluster is made of. */
export interface Inside {
  readonly cluster: Cluster;
  readonly platform: Platform;
  readonly engine: Thanos;
}

/** A part of Thanos by what its Service, its pods and its job are called. */
export const names = {
  sidecar: 'thanos-sidecar',
  query: 'thanos-query',
  store: 'thanos-store',
  compactor: 'thanos-compactor',
  ruler: 'thanos-ruler',
} as const;
/** One of them. */
export type PartName = keyof typeof names;

/** Where each answers: by HTTP for its metrics and its state, by gRPC the others of Thanos. */
export const ports = { http: 10902, grpc: 10901 } as const;

/** By what the pods of a part are found, and what they are told apart by. */
export const podLabels = (part: PartName): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/name': names[part],
  'app.kubernetes.io/part-of': 'thanos',
});

/** Of what a Prometheus and a ruler add to tell one replica from another: Query takes series that differ by them alone for one. */
export const replicaLabels = ['prometheus_replica', 'thanos_ruler_replica', 'thanos_ruler'] as const;

/** Where Query is asked within its cluster. */
export const queryUrl = ({ platform }: Pick<Inside, 'platform'>): string =>
  `http://${names.query}.${platform.namespace}.svc:${ports.http}`;

/** What of PromQL is read only where a flag says so, and Thanos reads by the same name: what Prometheus reads, Query and ruler must. */
export const featuresOf = ({ platform }: Pick<Inside, 'platform'>): readonly string[] =>
  platform.prometheus.features.filter((feature) => feature === 'promql-experimental-functions');
