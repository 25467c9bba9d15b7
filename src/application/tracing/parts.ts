import { batchSize, idleMebibytes, memoryLimits, waitingBatches } from './sampling.js';

/** Where collectors listen, by the names of the ports. */
export const ports = { 'otlp-grpc': 4317, 'otlp-http': 4318, metrics: 8888, spans: 8889 } as const;

/** Where a collector answers whether it lives. */
export const health = { port: 13_133, path: '/' } as const;

const anywhere = (port: number): string => `0.0.0.0:${port}`;

/** What each collector has: where it answers, what it takes, and what it tells of itself. */
export const extensions = { health_check: { endpoint: anywhere(health.port), path: health.path } } as const;

export const receivers = {
  otlp: {
    protocols: {
      grpc: { endpoint: anywhere(ports['otlp-grpc']) },
      http: { endpoint: anywhere(ports['otlp-http']) },
    },
  },
} as const;

/** Its log as lines of JSON, and its metrics with the endings by which Prometheus knows counters, whichever format it asks for. */
export const telemetry = {
  logs: { level: 'info', encoding: 'json' },
  metrics: {
    level: 'normal',
    readers: [
      {
        pull: {
          exporter: {
            prometheus: {
              host: '0.0.0.0',
              port: ports.metrics,
              without_scope_info: true,
              without_units: true,
              without_type_suffix: false,
            },
          },
        },
      },
    ],
  },
} as const;

/** @param containerMebibytes The memory limit of its container. */
export const memoryLimiter = (containerMebibytes: number): object => {
  const { limit, spike } = memoryLimits(containerMebibytes);
  return { check_interval: '1s', limit_mib: limit, spike_limit_mib: spike };
};

/** A batch is sent once it has so many spans, or is so old. */
export const batch = {
  timeout: '2s',
  send_batch_size: batchSize,
  send_batch_max_size: batchSize,
} as const;

/**
 * What waits to be sent while its taker is away: each batch is tried again for five minutes, and as many wait as there is memory for.
 *
 * @param containerMebibytes The memory limit of its container.
 * @param held MiB of it that something else takes.
 */
export const patience = (containerMebibytes: number, held = 0) => {
  const { limit, spike } = memoryLimits(containerMebibytes);
  return {
    sending_queue: {
      enabled: true,
      num_consumers: 4,
      queue_size: waitingBatches(limit - spike - idleMebibytes - held),
    },
    retry_on_failure: {
      ...{ enabled: true, initial_interval: '1s', max_interval: '30s', max_elapsed_time: '5m' },
    },
  };
};

/** Where the span metrics of a gateway stand. */
export const spanMetricsEndpoint = anywhere(ports.spans);
