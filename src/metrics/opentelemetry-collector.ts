import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';

const received = ['receiver', 'transport'] as const;
const sent = ['exporter'] as const;

/**
 * What an OpenTelemetry Collector 0.159 tells of itself at its own port, as `tracing(…)` configures it: counters end in `_total`, units and
 * scopes are left out. Names and labels are those of the `documentation.md` of `receiverhelper`, `exporterhelper`, `memorylimiterprocessor`
 * (https://github.com/open-telemetry/opentelemetry-collector/tree/v0.159.0) and of `tailsamplingprocessor`
 * (https://github.com/open-telemetry/opentelemetry-collector-contrib). A counter is there once it has counted something.
 */
export const collectorMetrics = catalog({
  spansAccepted: counter('otelcol_receiver_accepted_spans_total', {
    help: 'Spans that a receiver took',
    labels: received,
  }),
  spansRefused: counter('otelcol_receiver_refused_spans_total', {
    help: 'Spans that a receiver gave back to whoever sent them',
    labels: received,
  }),
  spansLimited: counter('otelcol_processor_memory_limiter_refused_spans_total', {
    help: 'Spans that the memory limiter refused',
    labels: ['processor'],
  }),
  spansSent: counter('otelcol_exporter_sent_spans_total', { help: 'Spans that were taken', labels: sent }),
  spansNotSent: counter('otelcol_exporter_send_failed_spans_total', {
    help: 'Spans given up: refused for good, or tried for too long',
    labels: sent,
  }),
  spansNotQueued: counter('otelcol_exporter_enqueue_failed_spans_total', {
    help: 'Spans for which the queue had no room',
    labels: sent,
  }),
  queueSize: gauge('otelcol_exporter_queue_size', {
    help: 'Batches that wait to be sent',
    labels: sent,
    range: [0, Infinity],
  }),
  queueCapacity: gauge('otelcol_exporter_queue_capacity', {
    help: 'Batches that may wait',
    labels: sent,
    range: [0, Infinity],
  }),
  tracesReceived: counter('otelcol_processor_tail_sampling_new_trace_id_received_total', {
    help: 'Traces of which a first span came',
  }),
  tracesDecided: counter('otelcol_processor_tail_sampling_global_count_traces_sampled_total', {
    help: 'Traces that were kept or not',
    labels: ['sampled', 'decision'],
    values: { sampled: ['true', 'false'], decision: ['sampled', 'not_sampled', 'dropped'] },
  }),
  tracesEvicted: counter('otelcol_processor_tail_sampling_sampling_trace_dropped_too_early_total', {
    help: 'Traces that were pushed out before anybody could decide on them',
  }),
  tracesInMemory: gauge('otelcol_processor_tail_sampling_sampling_traces_on_memory', {
    help: 'Traces that wait for a decision, or whose decision is remembered',
    range: [0, Infinity],
  }),
});
