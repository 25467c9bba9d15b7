import { theme } from './kind.js';

/** Collectors of traces. */
export const tracing = theme({
  'processors-out-of-order': {
    is: 'Processors of a collector in an order in which they do not do what they are there for',
    why: 'A memory limiter refuses only what comes to it first, and of a trace that is cut into batches no sampler sees the whole.',
    wrong: `tracing({
  store: tempo({ host: 'tempo.monitoring.svc' }),
  slow: seconds(2),
  gateway: {
    change: (configuration) => ({
      ...configuration,
      service: {
        ...configuration.service,
        pipelines: {
          ...configuration.service.pipelines,
          traces: {
            receivers: ['otlp'],
            processors: ['batch', 'tail_sampling', 'memory_limiter'],
            exporters: ['otlp_grpc/tempo'],
          },
        },
      },
    }),
  },
})`,
    right: `tracing({ store: tempo({ host: 'tempo.monitoring.svc' }), slow: seconds(2) })`,
    mistakes: [],
  },
});
