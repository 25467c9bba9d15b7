import { type Duration, duration } from '#ground/duration.js';
import { spanBuckets, spanDimensions } from '#metrics/span-metrics.js';
import type { Limit } from '#promql/unit/limit.js';
import type { CollectorConfiguration } from './configuration.js';
import {
  batch,
  extensions,
  memoryLimiter,
  patience,
  receivers,
  spanMetricsEndpoint,
  telemetry,
} from './parts.js';
import type { Held } from './sampling.js';
import type { TraceStore } from './store.js';

/** What a gateway's configuration follows from. */
export interface GatewayFacts {
  readonly store: TraceStore;
  /** A trace that takes longer is kept. */
  readonly slow: Limit<'seconds'>;
  /** Of traces that are neither slow nor failing, so many are kept. */
  readonly keeps: Limit<'ratio'>;
  readonly decisionWait: Duration;
  readonly held: Held;
  /** How many series of spans are told apart. */
  readonly combinations: number;
  /** MiB that its container may use. */
  readonly memory: number;
}

/** Of the others, by their trace ids: whoever else samples so chooses the same. Rounded, since 0.07 × 100 is none of a hundred. */
const percentageOf = ({ value }: Limit<'ratio'>): number => Number((value * 100).toPrecision(12));

const tailSampling = ({ slow, keeps, decisionWait, held }: GatewayFacts): object => ({
  decision_wait: decisionWait,
  num_traces: held.traces,
  expected_new_traces_per_sec: held.perSecond,
  // Spans that come later than their trace is in memory follow what was decided.
  decision_cache: { sampled_cache_size: held.traces * 10, non_sampled_cache_size: held.traces * 10 },
  policies: [
    { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
    { name: 'slow', type: 'latency', latency: { threshold_ms: Math.round(slow.value * 1000) } },
    { name: 'others', type: 'probabilistic', probabilistic: { sampling_percentage: percentageOf(keeps) } },
  ],
});

/** Each span is counted, whether its trace is kept or not. What its resource says beside its service makes no series: a pod that starts anew is no new one. */
const spanMetrics = ({ combinations }: Pick<GatewayFacts, 'combinations'>): object => ({
  namespace: 'traces.span.metrics',
  histogram: { unit: 's', explicit: { buckets: spanBuckets.map((edge) => duration(edge)) } },
  dimensions: Object.values(spanDimensions).map((name) => ({ name })),
  exclude_dimensions: ['collector.instance.id'],
  resource_metrics_key_attributes: ['service.name'],
  // Of all spans that are counted, before it is decided what is kept: most lead to a trace that was recorded and not kept.
  exemplars: { enabled: true, max_per_data_point: 5 },
  metrics_flush_interval: '15s',
  // A name of a span may hold what it must not: then the rest is one series.
  aggregation_cardinality_limit: combinations,
});

/**
 * The configuration of a gateway: it counts all spans, keeps the traces that failed or took long and a share of the others, and hands these to who
 * keeps them.
 */
export const gatewayConfiguration = (facts: GatewayFacts): CollectorConfiguration => {
  const { store, memory } = facts;
  const exporter = `otlp_grpc/${store.kind}`;
  return {
    extensions,
    receivers,
    processors: { memory_limiter: memoryLimiter(memory), tail_sampling: tailSampling(facts), batch },
    connectors: { span_metrics: spanMetrics(facts) },
    exporters: {
      [exporter]: {
        endpoint: `${store.host}:${store.port}`,
        timeout: '10s',
        tls: { insecure: !store.tls },
        ...patience(memory, facts.held.mebibytes),
      },
      // Only this format has exemplars.
      prometheus: { endpoint: spanMetricsEndpoint, enable_open_metrics: true, without_scope_info: true },
    },
    service: {
      extensions: ['health_check'],
      telemetry,
      pipelines: {
        'traces/counted': {
          receivers: ['otlp'],
          processors: ['memory_limiter'],
          exporters: ['span_metrics'],
        },
        traces: {
          receivers: ['otlp'],
          processors: ['memory_limiter', 'tail_sampling', 'batch'],
          exporters: [exporter],
        },
        'metrics/spans': { receivers: ['span_metrics'], exporters: ['prometheus'] },
      },
    },
  };
};
