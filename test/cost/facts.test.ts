import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { facts } from '#cost/measured/known.js';
import type { Fact } from '#cost/measured/fact.js';
import { machineOfNode, ofAlertmanager, ofPrometheus } from '#cost/platform.js';
import { assumedUndeclared } from '#cost/assumed.js';
import { alertmanagerMetrics } from '#metrics/alertmanager.js';
import {
  blackboxExporterMetrics,
  dnsProbeMetrics,
  httpProbeMetrics,
  probeMetrics,
  tlsProbeMetrics,
} from '#metrics/blackbox.js';
import { celeryConsumerMetrics, celeryExporterMetrics } from '#metrics/celery-exporter.js';
import { djangoMetrics } from '#metrics/django-prometheus.js';
import { fastapiInstrumentatorMetrics } from '#metrics/fastapi-instrumentator.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import {
  postgresExporterMetrics,
  postgresExporterSince,
  postgresStatementMetrics,
} from '#metrics/postgres-exporter.js';
import { prometheusMetrics } from '#metrics/prometheus.js';
import { rabbitmqDetailedMetrics, rabbitmqMetrics } from '#metrics/rabbitmq.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { type MetricCatalog, stored } from '#promql/metric/catalog.js';

/** The catalogues of the program that answered. */
const declared: Readonly<Record<string, readonly MetricCatalog[]>> = {
  'redis_exporter_1.86': [redisExporterMetrics],
  'postgres_exporter_0.19_pg18': [
    postgresExporterMetrics,
    ...Object.values(postgresExporterSince),
    postgresStatementMetrics,
  ],
  'nginx_exporter_1.5': [nginxExporterMetrics],
  'node_exporter_1.11': [nodeExporterMetrics],
  'celery-exporter_0.12.2': [celeryExporterMetrics, celeryConsumerMetrics],
  'rabbitmq_4.3_per-object': [rabbitmqMetrics],
  'rabbitmq_3.10_detailed': [rabbitmqDetailedMetrics],
  'blackbox_exporter_0.23': [blackboxExporterMetrics],
  'blackbox_exporter_0.23_probe_https': [probeMetrics, httpProbeMetrics, tlsProbeMetrics],
  'blackbox_exporter_0.23_probe_http': [probeMetrics, httpProbeMetrics],
  'blackbox_exporter_0.23_probe_tcp_tls': [probeMetrics, tlsProbeMetrics],
  'blackbox_exporter_0.23_probe_dns_no-server': [probeMetrics, dnsProbeMetrics],
  'django-prometheus_2.5': [djangoMetrics],
  'fastapi-instrumentator_7.1': [fastapiInstrumentatorMetrics],
  'prometheus_3.5': [prometheusMetrics],
  'alertmanager_0.25': [alertmanagerMetrics],
};

/** How many series of each name a recorded answer has. */
const answered = (exposition: string): ReadonlyMap<string, number> => {
  const text = readFileSync(new URL(`../expositions/${exposition}.prom`, import.meta.url), 'utf8');
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [, name] = /^([a-zA-Z_:][\w:]*)[{ ]/.exec(line) ?? [];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};
const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

describe.each(facts)('what is known of $program', ({ exposition, others, series, marks }: Fact) => {
  const known = stored(declared[exposition] ?? []);
  const counts = answered(exposition);

  test('is how many series its answer has that its catalogues do not declare', () => {
    expect(others).toBe(sum([...counts].filter(([name]) => !known.has(name)).map(([, count]) => count)));
  });

  test('is how many series it has of each metric of which that is told', () => {
    expect(series).toEqual(
      Object.fromEntries(Object.keys(series).map((name) => [name, counts.get(name) ?? 0])),
    );
  });

  test('is told of names that its catalogues declare', () => {
    expect([...marks, ...Object.keys(series)].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('what is assumed of a program', () => {
  test('is what client_golang brought to nginx-prometheus-exporter', () => {
    const own = [...answered('nginx_exporter_1.5')].filter(([name]) => /^(go|process|promhttp)_/.test(name));
    expect(assumedUndeclared).toBe(sum(own.map(([, count]) => count)));
  });

  test.each([
    ['node_exporter', 'node_exporter_1.11', machineOfNode],
    ['Prometheus', 'prometheus_3.5', ofPrometheus],
    ['Alertmanager', 'alertmanager_0.25', ofAlertmanager],
  ])('is of %s of the platform all that it answered', (_, exposition, series) => {
    expect(series).toBe(sum(answered(exposition).values()));
  });
});
