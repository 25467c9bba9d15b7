import { alertmanagerOf } from '#cluster/alerting.js';
import type { Cluster } from '#cluster/cluster.js';
import { inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { byKey } from '#ground/by-key.js';
import type { Law } from './law.js';
import { ofThePlace } from './apart.js';

/** Prometheus ends a block after two hours; three of them it must keep, so that a sidecar which was away finds what it has not written yet. */
const uploadedWithin = '6h';

/** What a Prometheus scrapes reaches the bucket before it is gone, and what a ruler finds reaches somebody. */
export const everyEngineFits: Law = ofThePlace(({ cluster }) => {
  if (cluster === undefined) return [];
  const { name, platform } = cluster;
  const { engine, prometheus } = platform;
  if (engine.name !== 'thanos') return [];
  const { retention } = prometheus;
  const faults: Fault[] = [];
  if (inSeconds(retention) < inSeconds(uploadedWithin))
    faults.push({
      where: `${name}/platform/prometheus.retention`,
      what: retention,
      code: 'gone-before-uploaded',
      why: `Prometheus keeps ${retention}, and its sidecar writes blocks of 2h: what it cannot write in time is in no bucket`,
      cure: `keep at least ${uploadedWithin} on the disk`,
    });
  if (engine.ruler && alertmanagerOf(cluster) === undefined)
    faults.push({
      where: `${name}/platform/engine.ruler`,
      what: '',
      code: 'ruler-tells-nobody',
      why: 'the platform has no Alertmanager, and the cluster says of none: what the ruler finds is told to nobody',
      cure: 'give the platform an alertmanager, or the cluster addresses: { alertmanager }',
    });
  return faults;
});

const compactedBucket = ({ platform: { engine } }: Cluster): string | undefined =>
  engine.name === 'thanos' && engine.compactor ? engine.objectStorage.bucket : undefined;

/** A bucket has one compactor: of two each writes what the other takes away, and both halt. */
export const everyBucketHasOneCompactor = (clusters: readonly Cluster[]): readonly Fault[] =>
  [...byKey(clusters.filter(compactedBucket), (each) => compactedBucket(each) ?? '')].flatMap(
    ([bucket, [first, ...others]]) =>
      first === undefined
        ? []
        : others.map(({ name }) => ({
            where: `${name}/platform/engine.compactor`,
            what: bucket,
            code: 'two-compactors' as const,
            why: `${first.name} has a compactor of the bucket '${bucket}' already, and two of them take away what the other writes`,
            cure: 'leave one of them out',
          })),
  );
