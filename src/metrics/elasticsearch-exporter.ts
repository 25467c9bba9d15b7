import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';

const range = [0, Infinity] as const;
const cluster = ['cluster'] as const;
const disk = ['cluster', 'name', 'mount'] as const;
const areas = ['heap', 'non-heap'] as const;

/**
 * elasticsearch_exporter 1.5 to 1.10, https://github.com/prometheus-community/elasticsearch_exporter, from its changelog and source.
 *
 * None of these but `build` is there while Elasticsearch does not answer, and none says 0 then: `elasticsearch_cluster_health_up` was taken out
 * in 1.7. Only the node that the exporter is connected to tells of its disk and its heap, unless it is run with `--es.all`.
 * Nodes carry further labels (`host`, `path`, `es_data_node`, …), which are left out here: expressions aggregate over them.
 */
export const elasticsearchExporterMetrics = catalog({
  build: gauge('elasticsearch_exporter_build_info', {
    help: 'As which version the exporter was built; always 1',
    labels: ['version'],
    range: [1, 1],
  }),
  status: gauge('elasticsearch_cluster_health_status', {
    help: 'Whether the cluster is of a colour: red where a primary shard is missing, yellow where a replica is',
    labels: ['cluster', 'color'],
    values: { color: ['green', 'yellow', 'red'] },
    unit: 'boolean',
  }),
  nodes: gauge('elasticsearch_cluster_health_number_of_nodes', {
    help: 'Nodes of the cluster',
    labels: cluster,
    range,
  }),
  unassignedShards: gauge('elasticsearch_cluster_health_unassigned_shards', {
    help: 'Shards, primary or replica, that no node holds',
    labels: cluster,
    range,
  }),
  dataSize: gauge('elasticsearch_filesystem_data_size_bytes', {
    help: 'Size of a disk on which a node keeps its data',
    labels: disk,
    range,
  }),
  dataAvailable: gauge('elasticsearch_filesystem_data_available_bytes', {
    help: 'What is left to Elasticsearch of such a disk',
    labels: disk,
    range,
  }),
  memoryUsed: gauge('elasticsearch_jvm_memory_used_bytes', {
    help: 'Memory that the JVM of a node uses in an area',
    labels: ['cluster', 'name', 'area'],
    values: { area: areas },
    range,
  }),
  memoryMax: gauge('elasticsearch_jvm_memory_max_bytes', {
    help: 'Memory that the JVM of a node may use in an area; of the heap alone',
    labels: ['cluster', 'name', 'area'],
    values: { area: areas },
    range,
  }),
});

/**
 * What the same exporter tells of each index, with `--es.indices` only.
 *
 * `elasticsearch_indices_indexing_index_total`, which needs no flag, counts what a node indexes whatever it is: Kibana's and
 * Elasticsearch's own bookkeeping never rests, so by that nobody sees that logs have ceased.
 */
export const elasticsearchIndexMetrics = catalog({
  indexed: counter('elasticsearch_index_stats_indexing_index_total', {
    help: 'Documents written to an index, counted in each of its copies',
    labels: ['cluster', 'index'],
  }),
});
