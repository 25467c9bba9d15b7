import type { RelabelConfig } from '../scraped.js';

/**
 * By what the operator deals the targets of a ServiceMonitor or a PodMonitor among shards, behind all other relabelings, with the number of the shard
 * in the place of its variable: https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.0/pkg/prometheus/promcfg.go,
 * appendShardingRelabelingWithLabel.
 */
export const sharding = (shard: number, shards: number): readonly RelabelConfig[] => [
  {
    source_labels: ['__address__', '__tmp_hash'],
    target_label: '__tmp_hash',
    regex: '(.+);',
    replacement: '$1',
    action: 'replace',
  },
  { source_labels: ['__tmp_hash'], target_label: '__tmp_hash', modulus: shards, action: 'hashmod' },
  { source_labels: ['__tmp_hash', '__tmp_disable_sharding'], regex: `${shard};|.+;.+`, action: 'keep' },
];

/** What the operator has Prometheus do with each alert before it sends it: appendAlertingConfig of the same file. */
export const alertRelabelings = (replicaLabel = 'prometheus_replica'): readonly RelabelConfig[] => [
  { action: 'labeldrop', regex: replicaLabel },
];
