// Traces: the collectors that take, count and sample them, and who keeps them.
export {
  tracing,
  type Tracing,
  type TracingSpec,
  type ChangeConfiguration,
} from '#application/tracing/tracing.js';
export { tempo, jaeger, type TraceStore, type TraceStoreSpec } from '#application/tracing/store.js';
export { traceAgentOf, traceGatewayOf } from '#application/tracing/names.js';
export {
  type CollectorConfiguration,
  type Components as CollectorComponents,
  type Pipeline as CollectorPipeline,
} from '#application/tracing/configuration.js';
export { collectorMetrics } from '#metrics/opentelemetry-collector.js';
export { spanBuckets, spanKinds, spanMetrics, spanStatuses } from '#metrics/span-metrics.js';
