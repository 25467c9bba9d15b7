import type { Duration } from '../ground/duration.js';
import { type Limit, percent } from '../promql/unit/limit.js';
import { elasticsearchClusterRed } from './elasticsearch/cluster-red.js';
import { elasticsearchDiskWatermark } from './elasticsearch/disk-watermark.js';
import { elasticsearchDown } from './elasticsearch/elasticsearch-down.js';
import { type LogIndices, checkedIndices } from './elasticsearch/indices.js';
import { noLogsArriving } from './elasticsearch/no-logs-arriving.js';
import type { ClusterMetrics, DiskMetrics, IndexMetrics } from './elasticsearch/signals.js';
import type { Subject } from './text/subject.js';

export interface ElasticsearchLimits {
  /** Share of a disk that may be used: Elasticsearch's low watermark, 85%, unless given. It has two further ones, to act in between. */
  readonly watermark?: Limit<'ratio'>;
  /** How long it may not answer. */
  readonly for?: Duration;
}

/** An Elasticsearch that does not answer, that has lost data, or that is about to have no space for more. */
export const elasticsearchAlerts = (
  subject: Subject,
  metrics: ClusterMetrics & DiskMetrics,
  { watermark = percent(85), for: hold = '2m' }: ElasticsearchLimits = {},
) => ({
  elasticsearchDown: elasticsearchDown(subject, metrics, hold),
  elasticsearchClusterRed: elasticsearchClusterRed(subject, metrics),
  elasticsearchDiskWatermark: elasticsearchDiskWatermark(subject, metrics, watermark),
});

/**
 * Logs that nobody sends to an Elasticsearch any more.
 *
 * @param logs the indices to which they are sent: those of an agent in logs/, or of whatever else sends them.
 * @throws Error on indices whose names and pattern do not go together.
 */
export const logAlerts = (
  subject: Subject,
  metrics: ClusterMetrics & IndexMetrics,
  { logs }: { readonly logs: LogIndices },
) => ({ noLogsArriving: noLogsArriving(subject, metrics, checkedIndices(logs)) });
