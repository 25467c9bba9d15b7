import { describe, expect, test } from '@jest/globals';
import { elasticsearchAlerts, logAlerts } from '../../alerts/elasticsearch.js';
import { called } from '../../alerts/subject.js';
import { elasticsearchPanels, logPanels } from '../../dashboards/elasticsearch.js';
import { dashboardModel } from '../../dashboards/render/dashboard.js';
import {
  elasticsearchExporterMetrics,
  elasticsearchIndexMetrics,
} from '../../metrics/elasticsearch-exporter.js';
import { rendered, shop } from './fixture.js';
import { told } from './told.js';

const metrics = { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics };
const subject = called('Shop');
const [cluster, logs] = [elasticsearchAlerts(subject, metrics), logAlerts(subject, metrics)];
const { health, shards, disk, heap } = elasticsearchPanels(metrics, cluster);
const { arriving } = logPanels(metrics, logs);

test('the panels stand on one dashboard with the limits of the alerts', () => {
  const panels = [health, shards, disk, heap, arriving];
  expect(dashboardModel(shop(panels, { packs: [cluster, logs] })).panels).toHaveLength(panels.length);
});

describe('the health of a cluster is', () => {
  const status = (color: string) =>
    Object.fromEntries(
      ['green', 'yellow', 'red'].map((each) => [
        `elasticsearch_cluster_health_status{cluster="es", color="${each}"}`,
        each === color ? '1x10' : '0x10',
      ]),
    );

  test.each([
    ['GREEN', status('green'), 1],
    ['YELLOW', status('yellow'), 2],
    ['RED', status('red'), 3],
    ['DOWN where nobody tells', {}, 0],
  ])('%s', async (_, series, value) => {
    expect(await told(health, 0, series, { '{}': value })).toBe('');
  });

  test('said in words and colours', () => {
    expect(health.defaults.mappings?.[0]?.options).toMatchObject({
      0: { text: 'DOWN', color: 'red' },
      1: { text: 'GREEN', color: 'green' },
      2: { text: 'YELLOW', color: 'yellow' },
      3: { text: 'RED', color: 'red' },
    });
  });

  test('described with the alerts on it', () => {
    expect(rendered(health).description).toMatch(/ElasticsearchDown.*ElasticsearchClusterRed/s);
  });
});

test('two exporters of one cluster do not make its shards twice as many', async () => {
  const series = {
    'elasticsearch_cluster_health_unassigned_shards{instance="a"}': '3x10',
    'elasticsearch_cluster_health_unassigned_shards{instance="b"}': '3x10',
  };
  expect(await told(shards, 0, series, { '{}': 3 })).toBe('');
});

test('the line of the watermark is where the alert fires', () => {
  expect(rendered(disk).fieldConfig?.defaults.thresholds?.steps).toEqual([
    { value: null, color: 'transparent' },
    { value: 0.85, color: 'yellow' },
  ]);
});

test('only the heap is held against what it may be', async () => {
  const series = {
    'elasticsearch_jvm_memory_used_bytes{name="es-0", area="heap"}': '60x10',
    'elasticsearch_jvm_memory_used_bytes{name="es-0", area="non-heap"}': '90x10',
    'elasticsearch_jvm_memory_max_bytes{name="es-0", area="heap"}': '100x10',
  };
  expect(await told(heap, 0, series, { '{name="es-0"}': 0.6 })).toBe('');
});

test('documents are those of logs, not what Kibana notes for itself', async () => {
  const series = {
    'elasticsearch_index_stats_indexing_index_total{index=".ds-filebeat-8.17.0-2025.01.31-000001"}':
      '0+120x10',
    'elasticsearch_index_stats_indexing_index_total{index="filebeat-8.17.0"}': '0+60x10',
    'elasticsearch_index_stats_indexing_index_total{index=".kibana_task_manager_8.17.0_001"}': '0+600x10',
  };
  expect(await told(arriving, 0, series, { '{}': 3 })).toBe('');
});
