import type { Duration } from '#ground/duration.js';
import { elasticsearchClusterRed } from './elasticsearch/cluster-red.js';
import type { ClusterMetrics, DiskMetrics, ExporterMetrics } from './elasticsearch/cluster.js';
import { type Watermark, elasticsearchDiskWatermark } from './elasticsearch/disk-watermark.js';
import { elasticsearchDown } from './elasticsearch/elasticsearch-down.js';
import type { Held } from './elasticsearch/held.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export interface ElasticsearchLimits extends Watermark, Held {
  /** How long it may not answer. */
  readonly for?: Duration;
}

export interface ElasticsearchAlerts {
  readonly elasticsearchDown: Alert<never, 'boolean'>;
  readonly elasticsearchClusterRed: Alert<never, 'boolean'>;
  readonly elasticsearchDiskWatermark: Alert<'name' | 'mount', 'ratio'>;
}

/** An Elasticsearch that does not answer, that has lost data, or that is about to have no space for more. */
export const elasticsearchAlerts = (
  subject: Subject,
  metrics: ClusterMetrics & DiskMetrics & ExporterMetrics,
  limits: ElasticsearchLimits = {},
): ElasticsearchAlerts => ({
  elasticsearchDown: elasticsearchDown(subject, metrics, limits),
  elasticsearchClusterRed: elasticsearchClusterRed(subject, metrics, limits),
  elasticsearchDiskWatermark: elasticsearchDiskWatermark(subject, metrics, limits),
});
