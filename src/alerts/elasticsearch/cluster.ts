import type { Counter, Gauge } from '#promql/metric/metric.js';
import type { Window } from '#promql/unit/window.js';
import { max, sum } from '#promql/vector/aggregate.js';
import { complement, divide } from '#promql/vector/arithmetic.js';
import { yes } from '#promql/unit/limit.js';
import { compare, positive } from '#promql/vector/compare.js';
import { maxOverTime } from '#promql/vector/over-time.js';
import { increase, value } from '#promql/vector/select.js';
import { orZero } from '#promql/vector/set.js';
import type { LogIndices } from './indices.js';

/** The metric of elasticsearch_exporter that tells of one cluster as a whole. */
export interface ClusterMetrics {
  /** `elasticsearch_cluster_health_status`, narrowed to the exporter of one cluster. */
  readonly status: Gauge<'color', 'boolean'>;
}

/** Whether somebody asks the cluster at all. */
export interface ExporterMetrics {
  /** `up` of the exporter. */
  readonly up: Gauge<never, 'boolean'>;
}

/** Its metrics of the disks on which nodes keep their data; of all nodes with `--es.all` only. */
export interface DiskMetrics {
  readonly dataSize: Gauge<'name' | 'mount', 'bytes'>;
  readonly dataAvailable: Gauge<'name' | 'mount', 'bytes'>;
}

/** Its metric of each index, with `--es.indices` only. */
export interface IndexMetrics {
  readonly indexed: Counter<'index', 'count'>;
}

const perDisk = { by: ['name', 'mount'] } as const;

/** 1 while Elasticsearch answers its exporter: the cluster is of some colour, which nobody else can say. Nothing while it does not. */
export const answering = ({ status }: ClusterMetrics) => max(value(status));

/** The same, and 0 when it does not. */
export const elasticsearchUp = (metrics: ClusterMetrics) => orZero(answering(metrics));

/** There is a series while the exporter itself is scraped, now and then at least. */
export const exporterAnswers = ({ up }: ExporterMetrics) => compare(max(maxOverTime(up, '2m')), '==', yes);

/** 1 while a primary shard is missing; nothing while Elasticsearch does not answer. */
export const clusterRed = ({ status }: ClusterMetrics) => max(value(status.where({ color: 'red' })));

/** The share of each disk that is used, as Elasticsearch reckons it for its watermarks. */
export const diskUsed = ({ dataSize, dataAvailable }: DiskMetrics) =>
  complement(divide(max(value(dataAvailable), perDisk), positive(max(value(dataSize), perDisk))));

/** The counter of the indices that hold logs. */
const ofLogs = ({ indexed }: IndexMetrics, { pattern }: LogIndices) => indexed.where({ index: pattern });

/** How many logs arrived within the window, counted in each copy of their index; 0 too when there is no such index. */
export const logsArrived = (metrics: IndexMetrics, logs: LogIndices, window: Window) =>
  orZero(sum(increase(ofLogs(metrics, logs), window)));
