import { type Shape, aNumber, anything, byName, exactly, listOf, oneOf, text, truth } from '#ground/shape.js';
import { aCount, aPercentage, anAddress, byType, goDuration } from './values.js';

/**
 * The release of the collector whose components these are. Those of https://github.com/open-telemetry/opentelemetry-collector were read at its
 * tag v0.159.0, `config.schema.yaml` and `config.go` of each; those of https://github.com/open-telemetry/opentelemetry-collector-contrib in
 * sources of several commits before it, so that one which changed late may differ. Fields that nobody here needs (certificates of clients, authenticators, middlewares, other resolvers and policies) are left out: they are refused.
 */
export const collectorVersion = '0.159.0';

/** `config/configtls`: how a client speaks to its server. */
const tls = exactly(
  {},
  { insecure: truth, insecure_skip_verify: truth, ca_file: text, server_name_override: text },
);

/** `exporter/exporterhelper`, `config/configretry`, `config/configgrpc`: what every exporter by gRPC has. */
const client = {
  timeout: goDuration,
  compression: oneOf(['gzip', 'zstd', 'snappy', 'none']),
  headers: byName(text),
  tls,
  sending_queue: exactly(
    {},
    {
      ...{ enabled: truth, num_consumers: aCount, queue_size: aCount, block_on_overflow: truth },
      ...{ wait_for_result: truth, sizer: oneOf(['requests', 'items', 'bytes']) },
    },
  ),
  retry_on_failure: exactly(
    {},
    {
      ...{ enabled: truth, initial_interval: goDuration, max_interval: goDuration },
      ...{ max_elapsed_time: goDuration, multiplier: aNumber, randomization_factor: aNumber },
    },
  ),
};

/** `config/configgrpc` and `config/confighttp`: where a server listens, and how much it takes at once. */
const grpcServer = exactly(
  { endpoint: anAddress },
  { max_recv_msg_size_mib: aCount, include_metadata: truth },
);
const httpServer = {
  endpoint: anAddress,
  max_request_body_size: aCount,
  include_metadata: truth,
  cors: exactly({ allowed_origins: listOf(text) }, { allowed_headers: listOf(text), max_age: aCount }),
};

const named = { name: text, type: text };
const policies = byType({
  always_sample: exactly(named),
  status_code: exactly({
    ...named,
    status_code: exactly({ status_codes: listOf(oneOf(['OK', 'ERROR', 'UNSET'])) }),
  }),
  latency: exactly({
    ...named,
    latency: exactly({ threshold_ms: aCount }, { upper_threshold_ms: aCount }),
  }),
  probabilistic: exactly({
    ...named,
    probabilistic: exactly({ sampling_percentage: aPercentage }, { hash_salt: text }),
  }),
  string_attribute: exactly({
    ...named,
    string_attribute: exactly(
      { key: text, values: listOf(text) },
      { enabled_regex_matching: truth, cache_max_size: aCount, invert_match: truth },
    ),
  }),
  rate_limiting: exactly({ ...named, rate_limiting: exactly({ spans_per_second: aCount }) }),
});

const dimension = exactly({ name: text }, { default: text });

/** What the components that are used here may be told, by their kind and their type; `needed` fields have no default. */
export const components = {
  extensions: {
    health_check: exactly({ endpoint: anAddress }, { path: text }),
  },
  receivers: {
    otlp: exactly({
      protocols: exactly({}, { grpc: grpcServer, http: exactly({ endpoint: anAddress }, httpServer) }),
    }),
  },
  processors: {
    memory_limiter: exactly(
      { check_interval: goDuration },
      {
        ...{ limit_mib: aCount, spike_limit_mib: aCount },
        ...{ limit_percentage: aPercentage, spike_limit_percentage: aPercentage },
        ...{ min_gc_interval_when_soft_limited: goDuration, min_gc_interval_when_hard_limited: goDuration },
        ...{ max_gc_interval_when_soft_limited: goDuration, max_gc_interval_when_hard_limited: goDuration },
      },
    ),
    resource: exactly({
      attributes: listOf(
        exactly(
          { key: text, action: oneOf(['insert', 'update', 'upsert', 'delete']) },
          { value: anything, from_attribute: text },
        ),
      ),
    }),
    tail_sampling: exactly(
      { policies: listOf(policies) },
      {
        ...{ decision_wait: goDuration, num_traces: aCount, expected_new_traces_per_sec: aCount },
        ...{ decision_wait_after_root_received: goDuration, maximum_trace_size_bytes: aCount },
        ...{ block_on_overflow: truth, sample_on_first_match: truth, drop_pending_traces_on_shutdown: truth },
        decision_cache: exactly({}, { sampled_cache_size: aCount, non_sampled_cache_size: aCount }),
      },
    ),
    batch: exactly({}, { timeout: goDuration, send_batch_size: aCount, send_batch_max_size: aCount }),
  },
  connectors: {
    span_metrics: exactly(
      {},
      {
        ...{ namespace: text, metrics_flush_interval: goDuration, metrics_expiration: goDuration },
        ...{ series_expiration: goDuration, aggregation_cardinality_limit: aCount },
        aggregation_temporality: oneOf([
          'AGGREGATION_TEMPORALITY_CUMULATIVE',
          'AGGREGATION_TEMPORALITY_DELTA',
        ]),
        histogram: exactly(
          {},
          {
            ...{ unit: oneOf(['s', 'ms']), disable: truth },
            explicit: exactly({ buckets: listOf(goDuration) }),
            exponential: exactly({}, { max_size: aCount }),
          },
        ),
        dimensions: listOf(dimension),
        exclude_dimensions: listOf(text),
        exemplars: exactly({}, { enabled: truth, max_per_data_point: aCount }),
        resource_metrics_key_attributes: listOf(text),
      },
    ),
  },
  exporters: {
    otlp_grpc: exactly({ endpoint: anAddress }, client),
    load_balancing: exactly(
      {
        protocol: exactly({ otlp: exactly({}, client) }),
        resolver: exactly(
          {},
          {
            dns: exactly({ hostname: text }, { port: text, interval: goDuration, timeout: goDuration }),
            static: exactly({ hostnames: listOf(anAddress) }),
          },
        ),
      },
      {
        routing_key: oneOf(['traceID', 'service']),
        ...{ timeout: client.timeout, sending_queue: client.sending_queue },
        retry_on_failure: client.retry_on_failure,
      },
    ),
    prometheus: exactly(
      { endpoint: anAddress },
      {
        ...{ enable_open_metrics: truth, without_scope_info: truth, send_timestamps: truth },
        ...{ metric_expiration: goDuration, namespace: text, const_labels: byName(text) },
        translation_strategy: oneOf([
          'UnderscoreEscapingWithSuffixes',
          'UnderscoreEscapingWithoutSuffixes',
          'NoUTF8EscapingWithSuffixes',
          'NoTranslation',
        ]),
      },
    ),
    debug: exactly({}, { verbosity: oneOf(['basic', 'normal', 'detailed']) }),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Shape>>>>;

/** `service/telemetry/otelconftelemetry`: what the collector tells of itself. */
export const telemetry = exactly(
  {},
  {
    logs: exactly(
      {},
      { level: oneOf(['debug', 'info', 'warn', 'error']), encoding: oneOf(['console', 'json']) },
    ),
    metrics: exactly(
      { level: oneOf(['none', 'basic', 'normal', 'detailed']) },
      {
        readers: listOf(
          exactly({
            pull: exactly({
              exporter: exactly({
                prometheus: exactly(
                  { host: text, port: aCount },
                  { without_scope_info: truth, without_type_suffix: truth, without_units: truth },
                ),
              }),
            }),
          }),
        ),
      },
    ),
  },
);

/** The kinds of components, as the configuration calls them. */
export type ComponentKind = keyof typeof components;
