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
  'traces-sent-elsewhere': {
    is: 'Traces that are sent to another Tempo or Jaeger than the platform’s Grafana asks',
    why: 'A link from a line of a log, or from a point on a panel, leads to a trace that is not there.',
    wrong: `cluster('production', {
  platform: kubePrometheusStack({
    prometheus: { features: ['exemplar-storage'] },
    grafana: { datasources: [{ type: 'tempo', uid: 'tempo', name: 'Tempo', url: 'http://tempo.monitoring.svc:3200' }] },
  }),
  applications: [
    application('shop', {
      ...shop,
      tracing: tracing({ store: tempo({ host: 'tempo.tracing.svc' }), slow: seconds(2) }),
    }),
  ],
})`,
    right: `cluster('production', {
  platform: kubePrometheusStack({
    prometheus: { features: ['exemplar-storage'] },
    grafana: { datasources: [{ type: 'tempo', uid: 'tempo', name: 'Tempo', url: 'http://tempo.monitoring.svc:3200' }] },
  }),
  applications: [
    application('shop', {
      ...shop,
      tracing: tracing({ store: tempo({ host: 'tempo.monitoring.svc' }), slow: seconds(2) }),
    }),
  ],
})`,
    mistakes: [],
  },
});
