// Traces: the collectors that take, count and sample them, and who keeps them.
export { tracing, type TracingSpec } from '#application/tracing/tracing.js';
export { type Tracing, type ChangeConfiguration } from '#application/tracing/described.js';
export { tempo, jaeger, type TraceStore, type TraceStoreSpec } from '#application/tracing/store.js';
export { traceAgentOf, traceGatewayOf } from '#application/tracing/names.js';
export {
  type CollectorConfiguration,
  type Components as CollectorComponents,
  type Pipeline as CollectorPipeline,
} from '#application/tracing/configuration.js';
export { collectorMetrics } from '#metrics/opentelemetry-collector.js';
export { spanBuckets, spanKinds, spanMetrics, spanStatuses } from '#metrics/span-metrics.js';
export {
  collectorAlerts,
  type CollectorAlerts,
  type CollectorLimits,
  type CollectorMetrics,
  droppedSpans,
  evictedTraces,
  queueFilling,
  refusedSpans,
} from '#alerts/collector.js';
export { type CollectorNames } from '#alerts/collector/logs.js';
export { spansRefused } from '#alerts/collector/spans-refused.js';
export { spansDropped } from '#alerts/collector/spans-dropped.js';
export { collectorQueueFilling } from '#alerts/collector/queue-filling.js';
export { tracesEvicted } from '#alerts/collector/traces-evicted.js';
export type {
  RefusedMetrics as RefusedSpanMetrics,
  DroppedMetrics as DroppedSpanMetrics,
  QueueMetrics as CollectorQueueMetrics,
  EvictedMetrics as EvictedTraceMetrics,
} from '#alerts/collector/signals.js';
export { httpOfSpans, type SpanMetrics } from '#alerts/http/of-spans.js';
