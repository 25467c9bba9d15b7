import { kubePrometheusStack } from 'cheomseong';

// What must compile: what differs is said, the rest is as usual.
kubePrometheusStack({ prometheus: { resources: { limits: { memory: undefined } } }, nodeExporter: false });

// @ts-expect-error a feature that no Prometheus has
kubePrometheusStack({ prometheus: { features: ['exemplars'] } });
// @ts-expect-error a length of time in words
kubePrometheusStack({ prometheus: { retention: '30 days' } });
// @ts-expect-error Grafana asks it somewhere
kubePrometheusStack({ grafana: { datasources: [{ type: 'loki', uid: 'loki', name: 'Loki' }] } });
// @ts-expect-error a cluster has a Prometheus
kubePrometheusStack({ prometheus: false });
// @ts-expect-error none of the operator's strategies
kubePrometheusStack({ alertmanager: { matcherStrategy: 'All' } });
