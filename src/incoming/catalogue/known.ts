import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import {
  blackboxExporterMetrics,
  dnsProbeMetrics,
  httpProbeMetrics,
  probeMetrics,
  tlsProbeMetrics,
} from '#metrics/blackbox.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { celeryMetrics } from '#metrics/celery.js';
import { celeryConsumerMetrics, celeryExporterMetrics } from '#metrics/celery-exporter.js';
import { djangoMetrics } from '#metrics/django-prometheus.js';
import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import {
  fastapiInstrumentatorCodes,
  fastapiInstrumentatorInProgress,
  fastapiInstrumentatorMetrics,
} from '#metrics/fastapi-instrumentator.js';
import { fluentBitMetrics } from '#metrics/fluent-bit.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { lighthouseMetrics } from '#metrics/lighthouse.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { nodeExporterMetrics, nodeNetworkMetrics } from '#metrics/node-exporter.js';
import { postgresExporterMetrics, postgresStatementMetrics } from '#metrics/postgres-exporter.js';
import { processMetrics } from '#metrics/process.js';
import { prometheusMetrics, scrapeMetrics } from '#metrics/prometheus.js';
import { prometheusOperatorMetrics } from '#metrics/prometheus-operator.js';
import { rabbitmqDetailedMetrics, rabbitmqMetrics } from '#metrics/rabbitmq.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { thanosMetrics } from '#metrics/thanos.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';

/** The catalogues of the package by the names under which an estate imports them. */
export const knownCatalogs: Readonly<Record<string, MetricCatalog>> = {
  alertmanagerMetrics,
  blackboxExporterMetrics,
  cadvisorMetrics,
  celeryConsumerMetrics,
  celeryExporterMetrics,
  celeryMetrics,
  djangoMetrics,
  dnsProbeMetrics,
  elasticsearchExporterMetrics,
  elasticsearchIndexMetrics,
  fastapiInstrumentatorCodes,
  fastapiInstrumentatorInProgress,
  fastapiInstrumentatorMetrics,
  fluentBitMetrics,
  httpProbeMetrics,
  kubeStateMetrics,
  kubeletMetrics,
  lighthouseMetrics,
  nginxExporterMetrics,
  nodeExporterMetrics,
  nodeNetworkMetrics,
  postgresExporterMetrics,
  postgresStatementMetrics,
  probeMetrics,
  processMetrics,
  prometheusMetrics,
  prometheusOperatorMetrics,
  rabbitmqDetailedMetrics,
  rabbitmqMetrics,
  redisExporterMetrics,
  scrapeMetrics,
  thanosMetrics,
  tlsProbeMetrics,
};

/**
 * Those whose names any program may have: `http_request_duration_seconds` is exported by many, each with labels and buckets of its own. That a
 * rule reads such a name says nothing of who exports it, so none of them is taken by its name.
 */
const anyPrograms: readonly MetricCatalog[] = [
  celeryMetrics,
  fastapiInstrumentatorCodes,
  fastapiInstrumentatorInProgress,
  fastapiInstrumentatorMetrics,
];

/** The catalogues whose names begin as those of one program alone do, so that a name tells whose metric it is. */
export const namedCatalogs: Readonly<Record<string, MetricCatalog>> = Object.fromEntries(
  Object.entries(knownCatalogs).filter(([, catalog]) => !anyPrograms.includes(catalog)),
);
