import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import { readersOf } from '#application/used/readers.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Size } from '#cluster/size.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { prometheusBytes, quantityOf } from '#platform/quantity.js';
import { type ApplicationCost, type Sum, applicationCost } from './application.js';
import { type PartCost, platformCost } from './platform.js';
import { type Need, needOf } from './server.js';

/** What each Prometheus of a place has. */
export interface Given {
  /** What it may take at most, in bytes, where that is said; else what it asks for. */
  readonly memory?: number;
  readonly storage?: number;
  readonly retention: Duration;
  readonly retentionSize?: number;
  readonly replicas: number;
  readonly shards: number;
}

/** What a place costs. */
export interface PlaceCost {
  readonly of: 'cluster' | 'host';
  readonly name: string;
  readonly applications: readonly ApplicationCost[];
  /** What the platform scrapes for itself, where it is known how large the cluster is. */
  readonly platform?: readonly PartCost[];
  readonly total: Sum;
  /** Series that one Prometheus holds: a shard of the targets. */
  readonly series: number;
  /** What each of them needs. */
  readonly need: Need;
  readonly given: Given;
  /** Whether somebody said what it is given; else it is taken to be the chart as it comes, or a machine of which nothing is known. */
  readonly isSaid: boolean;
}

const fields = ['targets', 'scraped', 'used', 'stored', 'samplesPerSecond'] as const;
const nothing: Sum = { targets: 0, scraped: 0, used: 0, stored: 0, samplesPerSecond: 0 };

const add = (one: Sum, other: Sum): Sum => ({
  ...one,
  ...Object.fromEntries(fields.map((field) => [field, one[field] + other[field]])),
});

/** What a part of the platform is to the sum: whether the chart's own rules read it is not known here, so all of it is taken for used. */
const sumOf = ({ series, samplesPerSecond }: PartCost): Sum => ({
  ...{ targets: 0, scraped: series, used: series, stored: series },
  samplesPerSecond,
});

const costOf = (
  place: Pick<PlaceCost, 'of' | 'name' | 'given' | 'isSaid'>,
  applications: readonly Application[],
  platform: readonly PartCost[] | undefined,
  size: Size | undefined,
): PlaceCost => {
  const readers = readersOf(applications);
  const costs = applications.map((each) => applicationCost(each, readers, size));
  const total = [...costs, ...(platform ?? []).map(sumOf)].reduce(add, nothing);
  const { shards, retention } = place.given;
  const series = total.stored / shards;
  return {
    ...place,
    applications: costs,
    ...(platform && { platform }),
    total,
    series,
    need: needOf(series, total.samplesPerSecond / shards, inSeconds(retention)),
  };
};

const known = (field: 'memory' | 'storage' | 'retentionSize', bytes: number | undefined): Partial<Given> =>
  bytes === undefined ? {} : { [field]: bytes };

/** What the monitoring of a cluster costs. */
export const clusterCost = (cluster: Cluster): PlaceCost => {
  const { name, applications, platform, size, deliversPlatform: isSaid } = cluster;
  const { resources, storage, retention, retentionSize, replicas, shards } = platform.prometheus;
  const given: Given = {
    ...known('memory', quantityOf(resources.limits.memory ?? resources.requests.memory)),
    ...known('storage', quantityOf(storage.size)),
    ...known('retentionSize', prometheusBytes(retentionSize)),
    ...{ retention, replicas, shards },
  };
  const brought = size && platformCost(platform, size);
  return costOf({ of: 'cluster', name, given, isSaid }, applications, brought, size);
};

/** The same of a host, which is one machine; its Prometheus takes of it what it needs. */
export const hostCost = ({ name, application, retention }: Host): PlaceCost => {
  const { time, size } = retention;
  const given: Given = {
    ...known('retentionSize', prometheusBytes(size)),
    retention: time,
    replicas: 1,
    shards: 1,
  };
  return costOf({ of: 'host', name, given, isSaid: true }, [application], undefined, undefined);
};
