import { describe, expect, test } from '@jest/globals';
import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import {
  blackboxExporterMetrics,
  dnsProbeMetrics,
  httpProbeMetrics,
  probeMetrics,
  tlsProbeMetrics,
} from '#metrics/blackbox.js';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import {
  celeryConsumerMetrics,
  celeryExporterMetrics,
  celeryExporterMetricsWith,
} from '#metrics/celery-exporter.js';
import { djangoMetrics, djangoMetricsBefore } from '#metrics/django-prometheus.js';
import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import {
  fastapiInstrumentatorCodes,
  fastapiInstrumentatorInProgress,
  fastapiInstrumentatorMetrics,
} from '#metrics/fastapi-instrumentator.js';
import { kubeStateMetrics } from '#metrics/kube-state-metrics.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { nodeExporterMetrics, nodeNetworkMetrics } from '#metrics/node-exporter.js';
import {
  postgresExporterMetrics,
  postgresExporterSince,
  postgresStatementMetrics,
} from '#metrics/postgres-exporter.js';
import { prometheusMetrics } from '#metrics/prometheus.js';
import { rabbitmqDetailedMetrics, rabbitmqMetrics } from '#metrics/rabbitmq.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { gauge, histogram } from '#promql/metric/declare.js';
import { latency } from '#alerts/slo/latency.js';
import { seconds } from '#promql/unit/limit.js';
import { families } from '#catalog/exposition.js';
import { differences, recorded } from './scrape.js';

const { reservedConnections, ...ofPostgres15 } = postgresExporterMetrics;

describe('every metric of a catalogue is exported, with its type and its labels, by', () => {
  test.each([
    ['postgres_exporter_0.11', ofPostgres15],
    ['prometheus_2.42', prometheusMetrics],
    ['alertmanager_0.25', alertmanagerMetrics],
    ['redis_exporter_1.45', redisExporterMetrics],
    ['rabbitmq_3.10_per-object', rabbitmqMetrics],
    ['rabbitmq_3.10_detailed', rabbitmqDetailedMetrics],
    ['django-prometheus_2.2', djangoMetricsBefore['2.3']],
    ['node_exporter_1.5', { ...nodeExporterMetrics, ...nodeNetworkMetrics }],
    ['nginx_exporter_0.11', nginxExporterMetrics],
    ['postgres_exporter_0.19_pg18', postgresExporterMetrics],
    ['rabbitmq_4.3_per-object', rabbitmqMetrics],
    ['rabbitmq_4.3_detailed', rabbitmqDetailedMetrics],
    ['prometheus_3.5', prometheusMetrics],
    ['redis_exporter_1.86', redisExporterMetrics],
    ['node_exporter_1.11', { ...nodeExporterMetrics, ...nodeNetworkMetrics }],
    ['nginx_exporter_1.5', nginxExporterMetrics],
    ['django-prometheus_2.5', djangoMetrics],
    ['celery-exporter_0.12.2', { ...celeryExporterMetrics, ...celeryConsumerMetrics }],
    ['celery-exporter_0.12.2_redis', celeryExporterMetricsWith([1, 5, 30])],
    ['fastapi-instrumentator_7.1', fastapiInstrumentatorMetrics],
    [
      'fastapi-instrumentator_7.1_codes',
      { ...fastapiInstrumentatorCodes, ...fastapiInstrumentatorInProgress },
    ],
    ['blackbox_exporter_0.23', blackboxExporterMetrics],
    ['blackbox_exporter_0.23_probe_http', { ...probeMetrics, ...httpProbeMetrics }],
    ['blackbox_exporter_0.23_probe_https', { ...probeMetrics, ...httpProbeMetrics, ...tlsProbeMetrics }],
    ['blackbox_exporter_0.23_probe_tcp_tls', { ...probeMetrics, ...tlsProbeMetrics }],
    ['blackbox_exporter_0.23_probe_dns_no-server', { ...probeMetrics, ...dnsProbeMetrics }],
    // Of something that answers as Elasticsearch does.
    [
      'elasticsearch_exporter_1.10_stand-in',
      { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics },
    ],
  ])('%s', (exporter, metrics) => {
    expect(differences(metrics, recorded(exporter))).toEqual([]);
  });
});

describe('what is said to be exported only since a later version is not in an earlier scrape', () => {
  test.each(Object.entries(postgresExporterSince))('postgres_exporter %s', (_, metrics) => {
    const scrape = recorded('postgres_exporter_0.11');
    expect(Object.values(metrics).filter((metric) => differences({ metric }, scrape).length === 0)).toEqual(
      [],
    );
  });
});

test('what PostgreSQL has only since 16 is not exported of an older one', () => {
  expect(differences({ reservedConnections }, recorded('postgres_exporter_0.11'))).toEqual([
    'pg_settings_reserved_connections is not exported',
  ]);
});

test('and is of a newer one', () => {
  expect(differences({ reservedConnections }, recorded('postgres_exporter_0.19_pg18'))).toEqual([]);
});

describe('what is exported since a version is in the scrape of a later one', () => {
  test.each(Object.entries(postgresExporterSince))('postgres_exporter %s', (_, metrics) => {
    expect(differences(metrics, recorded('postgres_exporter_0.19_pg18'))).toEqual([]);
  });
});

test('statements are exported where they are asked for', () => {
  expect(differences(postgresStatementMetrics, recorded('postgres_exporter_0.19_pg18'))).toEqual([]);
});

describe('of an edge that only another version has (mistake 37)', () => {
  const objective = (histogram: typeof djangoMetrics.latency, threshold: number) => () =>
    latency(histogram, seconds(threshold));

  test('an objective is refused', () => {
    expect(objective(djangoMetrics.latency, 0.005)).toThrow('5ms is no bucket edge');
  });

  test('an objective of the version that has it is not', () => {
    expect(objective(djangoMetrics.latency, 25)).not.toThrow();
  });
});

test('of a broker that is Redis nobody knows how many consumers a queue has', () => {
  expect(differences(celeryConsumerMetrics, recorded('celery-exporter_0.12.2_redis'))).toEqual([
    'celery_active_consumer_count is not exported',
  ]);
});

test('statements are not exported unless they are asked for', () => {
  const scrape = recorded('postgres_exporter_0.11');
  const metrics = Object.values(postgresStatementMetrics);
  expect(metrics.filter(({ info }) => scrape.has(info.name))).toEqual([]);
});

test('while Elasticsearch does not answer, its exporter tells of itself alone', () => {
  const scrape = recorded('elasticsearch_exporter_1.5_es-down');
  const metrics = Object.values({ ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics });
  expect(metrics.filter(({ info }) => scrape.has(info.name))).toEqual([elasticsearchExporterMetrics.build]);
});

describe('when what is behind it is down, an exporter says so, and nothing else of it', () => {
  test.each([
    ['postgres_exporter_0.11_db-down', 'pg_up', 'pg_stat_activity_count'],
    ['redis_exporter_1.45_redis-down', 'redis_up', 'redis_memory_used_bytes'],
    ['nginx_exporter_0.11_nginx-down', 'nginx_up', 'nginx_connections_active'],
    // Of a certificate that nobody known has signed.
    ['blackbox_exporter_0.23_probe_https_untrusted', 'probe_success', 'probe_ssl_earliest_cert_expiry'],
  ])('%s', (exporter, up, other) => {
    const scrape = recorded(exporter);
    expect([scrape.has(up), scrape.has(other)]).toEqual([true, false]);
  });
});

describe('of a metric that an exporter does not export so', () => {
  const scrape = families(
    '# TYPE a gauge\na{state="on"} 1\n# TYPE b_seconds histogram\nb_seconds_bucket{le="1"} 1\nb_seconds_bucket{le="+Inf"} 1\n',
  );
  test.each([
    ['its name', gauge('aa', { help: 'A' }), 'aa is not exported'],
    ['its type', histogram('a', { help: 'A', buckets: [] }), 'a is a gauge, not a histogram'],
    ['a label', gauge('a', { help: 'A', labels: ['mode'] }), 'a has no label mode'],
    [
      'a value',
      gauge('a', { help: 'A', labels: ['state'], values: { state: ['off'] } }),
      'a has state="on", which is not declared',
    ],
    ['its buckets', histogram('b_seconds', { help: 'B', buckets: [1, 2] }), 'b_seconds has buckets 1'],
  ])('%s is told', (_, metric, difference) => {
    expect(differences({ metric }, scrape)).toEqual([difference]);
  });
});

describe('what Kubernetes tells of an object keeps the labels of that object', () => {
  const metrics = Object.values({ ...kubeStateMetrics, ...kubeletMetrics, ...cadvisorMetrics });
  test.each(metrics.map(({ info }) => [info.name, info.ownLabels] as const))('%s', (_, labels) => {
    expect(labels).toContain('namespace');
  });
});

test('limits and requests are told apart by resource, each in its unit', () => {
  const { memoryLimits, cpuLimits, memoryRequests, cpuRequests } = kubeStateMetrics;
  const views = [memoryLimits, cpuLimits, memoryRequests, cpuRequests];
  expect(views.map(({ info, matchers }) => `${info.name} ${matchers[0]?.value} in ${info.unit}`)).toEqual([
    'kube_pod_container_resource_limits memory in bytes',
    'kube_pod_container_resource_limits cpu in cores',
    'kube_pod_container_resource_requests memory in bytes',
    'kube_pod_container_resource_requests cpu in cores',
  ]);
});
