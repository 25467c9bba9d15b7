import type { Limit } from '#promql/unit/limit.js';
import type { CollectorNames } from './collector/logs.js';
import { collectorQueueFilling } from './collector/queue-filling.js';
import type { DroppedMetrics, EvictedMetrics, QueueMetrics, RefusedMetrics } from './collector/signals.js';
import { spansDropped } from './collector/spans-dropped.js';
import { spansRefused } from './collector/spans-refused.js';
import { tracesEvicted } from './collector/traces-evicted.js';
import type { Alert } from './rule/alert.js';
import type { Subject } from './text/subject.js';

export { droppedSpans, evictedTraces, queueFilling, refusedSpans } from './collector/signals.js';

/** What collectors of traces tell of themselves and Prometheus of them, narrowed to their namespace: `narrowed({ ...collectorMetrics, ...scrapeMetrics }, { namespace })`. */
export type CollectorMetrics = RefusedMetrics & DroppedMetrics & QueueMetrics & EvictedMetrics;

export interface CollectorLimits extends CollectorNames {
  /** How full the queue of an exporter may be; 80% unless given. */
  readonly full?: Limit<'ratio'>;
}

// A type rather than an interface, so that it is a pack of any keys too.
export type CollectorAlerts = {
  readonly spansRefused: Alert<'pod', 'count'>;
  readonly spansDropped: Alert<'exporter', 'count'>;
  readonly collectorQueueFilling: Alert<'pod' | 'exporter', 'ratio'>;
  readonly tracesEvicted: Alert<never, 'count'>;
};

/** Alerts on the collectors of an application's traces: they refuse spans, drop them, are about to, or decide too late. */
export const collectorAlerts = (
  subject: Subject,
  metrics: CollectorMetrics,
  { full, ...names }: CollectorLimits = {},
): CollectorAlerts => ({
  spansRefused: spansRefused(subject, metrics, names),
  spansDropped: spansDropped(subject, metrics, names),
  collectorQueueFilling: collectorQueueFilling(subject, metrics, { ...names, ...(full && { full }) }),
  tracesEvicted: tracesEvicted(subject, metrics, names),
});
