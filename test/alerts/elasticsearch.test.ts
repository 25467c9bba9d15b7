import { describe, expect, test } from '@jest/globals';
import { elasticsearchAlerts } from '#alerts/elasticsearch.js';
import { noLogsArriving } from '#alerts/elasticsearch/no-logs-arriving.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { called } from '#alerts/text/subject.js';
import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import { percent } from '#promql/unit/limit.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { elasticsearchDown, elasticsearchClusterRed, elasticsearchDiskWatermark } = packs.elasticsearch;
const silent = packs.logs.noLogsArriving;

test('a cluster of which no colour is told counts as down (mistake 4)', () => {
  expect(oneLine(elasticsearchDown)).toMatchInlineSnapshot(
    `"(max(last_over_time(elasticsearch_cluster_health_status{namespace="shop-prod"}[2m])) or vector(0)) == 0 and on () max(max_over_time(up{namespace="shop-prod", service="elasticsearch-exporter"}[2m])) == 1"`,
  );
});

test('a cluster is red where a primary shard is missing', () => {
  expect(oneLine(elasticsearchClusterRed)).toMatchInlineSnapshot(
    `"max(last_over_time(elasticsearch_cluster_health_status{color="red", namespace="shop-prod"}[2m])) == 1"`,
  );
});

test('a disk is used as Elasticsearch reckons it: all but what is available', () => {
  expect(oneLine(elasticsearchDiskWatermark)).toMatchInlineSnapshot(
    `"1 - max by (name, mount) (last_over_time(elasticsearch_filesystem_data_available_bytes{namespace="shop-prod"}[2m])) / (max by (name, mount) (last_over_time(elasticsearch_filesystem_data_size_bytes{namespace="shop-prod"}[2m])) > 0) > 0.85"`,
  );
});

test('no logs arrive where those of their indices do not grow, though Elasticsearch answers', () => {
  expect(oneLine(silent)).toMatchInlineSnapshot(
    `"(sum(increase(elasticsearch_index_stats_indexing_index_total{index=~"(\\\\.ds-)?filebeat-.+", namespace="shop-prod"}[10m])) or vector(0)) == 0 and max(last_over_time(elasticsearch_cluster_health_status{namespace="shop-prod"}[2m])) unless on () (group(present_over_time(elasticsearch_cluster_health_status{namespace="shop-prod"}[15m])) unless group(present_over_time(elasticsearch_cluster_health_status{namespace="shop-prod"}[1m] offset 10m)))"`,
  );
});

test('another watermark may be chosen', () => {
  const { elasticsearchDiskWatermark } = elasticsearchAlerts(
    called('Shop'),
    { ...elasticsearchExporterMetrics, ...scrapeMetrics },
    {
      watermark: percent(90),
    },
  );
  expect(elasticsearchDiskWatermark.condition.limit).toEqual(percent(90));
});

describe('indices of logs', () => {
  const metrics = { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics, ...scrapeMetrics };
  const of = (pattern: RegExp, name: string) => () =>
    noLogsArriving(called('Shop'), metrics, { logs: { pattern, names: [name] } });

  test('may have other names', () => {
    expect(oneLine(of(/logs-.+/, 'logs-api')())).toContain('{index=~"logs-.+"}');
  });

  test('are refused where they do not match their pattern', () => {
    expect(of(/logs-.+/, 'log-api')).toThrow(
      "noLogsArriving: index 'log-api' does not match /logs-.+/; widen the pattern",
    );
  });

  test('are refused where the pattern lets in what Kibana writes all the time', () => {
    expect(of(/.+/, 'logs-api')).toThrow(
      "noLogsArriving: /.+/ matches '.kibana_task_manager_8.17.0_001', which Kibana writes all the time, so silence is never seen; narrow the pattern",
    );
  });
});

describe('on a host of Docker Compose', () => {
  const subject = called('Club', dockerCompose('club'));
  const club = {
    ...elasticsearchAlerts(subject, { ...elasticsearchExporterMetrics, ...scrapeMetrics }),
    noLogsArriving: noLogsArriving(
      subject,
      { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics },
      { logs: { pattern: /logs-.+/, names: ['logs-api'] } },
    ),
  };

  test('the log of Filebeat is that of the monitoring project', () => {
    expect(club.noLogsArriving.runbook.en?.check).toContain(
      'docker compose -p club-monitoring logs --since=30m filebeat',
    );
  });

  test('Elasticsearch is asked with its password, where its container has one', () => {
    expect(club.elasticsearchDown.runbook.en?.check).toContain(
      `exec -T "$SERVICE" sh -c 'curl -sS \${ELASTIC_PASSWORD:+-u "elastic:$ELASTIC_PASSWORD"} "localhost:9200/_cluster/health?pretty"'`,
    );
  });
});
