// Catalogues of what exporters, Kubernetes and the monitoring itself export.
export { alertmanagerMetrics } from '#metrics/alertmanager.js';
export {
  probeMetrics,
  httpProbeMetrics,
  tlsProbeMetrics,
  dnsProbeMetrics,
  blackboxExporterMetrics,
} from '#metrics/blackbox.js';
export { cadvisorMetrics } from '#metrics/cadvisor.js';
export { celeryMetrics } from '#metrics/celery.js';
export {
  celeryExporterMetricsWith,
  celeryExporterMetrics,
  celeryConsumerMetrics,
} from '#metrics/celery-exporter.js';
export {
  fastapiInstrumentatorMetrics,
  fastapiInstrumentatorCodes,
  fastapiInstrumentatorInProgress,
} from '#metrics/fastapi-instrumentator.js';
export { djangoMetrics, djangoMetricsBefore } from '#metrics/django-prometheus.js';
export { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
export { fluentBitMetrics } from '#metrics/fluent-bit.js';
export { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
export { kubeletMetrics } from '#metrics/kubelet.js';
export { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
export { lighthouseMetrics } from '#metrics/lighthouse.js';
export { nodeExporterMetrics, nodeNetworkMetrics } from '#metrics/node-exporter.js';
export {
  postgresExporterMetrics,
  postgresExporterSince,
  postgresStatementMetrics,
} from '#metrics/postgres-exporter.js';
export { processMetrics } from '#metrics/process.js';
export { prometheusOperatorMetrics } from '#metrics/prometheus-operator.js';
export { scrapeMetrics, prometheusMetrics } from '#metrics/prometheus.js';
export { rabbitmqMetrics, rabbitmqDetailedMetrics } from '#metrics/rabbitmq.js';
export { redisExporterMetrics } from '#metrics/redis-exporter.js';
export { thanosMetrics } from '#metrics/thanos.js';
