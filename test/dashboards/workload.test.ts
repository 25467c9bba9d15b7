import { describe, expect, test } from '@jest/globals';
import { podDown } from '#alerts/workload/pod-down.js';
import { called } from '#alerts/text/subject.js';
import { deploymentPanels } from '#dashboards/deployments.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { evictionPanel } from '#dashboards/redis.js';
import { volumePanels } from '#dashboards/volumes.js';
import { workloadPanels } from '#dashboards/workload.js';
import { rendered } from './fixture.js';
import { metrics, packs } from './own-packs.js';
import { told } from './told.js';

const containers = { containers: ['shop'] } as const;
const pods = workloadPanels(metrics.workload, containers, packs.workload);
const container = 'namespace="shop", pod="shop-0", container="shop"';
const linesOf = (panel: Panel) =>
  (rendered(panel).fieldConfig?.defaults.thresholds?.steps ?? []).flatMap(({ value }) => value ?? []);

describe('Containers that are held back for their CPU limit', () => {
  const periods = (name: string, id: string, more = '') =>
    `container_cpu_cfs_${name}_total{${container}, id="${id}"${more}}`;

  test('are told by the share of periods', async () => {
    const series = {
      [periods('periods', '/a')]: '0+600x10',
      [periods('throttled_periods', '/a')]: '0+150x10',
    };
    expect(await told(pods.throttling, 0, series, { [`{${container}}`]: 0.25 })).toBe('');
  });

  test('count once where two Services have their kubelet scraped', async () => {
    const series = {
      [periods('periods', '/a')]: '0+600x10',
      [periods('periods', '/a', ', job="kubelet"')]: '0+600x10',
      [periods('throttled_periods', '/a')]: '0+150x10',
    };
    expect(await told(pods.throttling, 0, series, { [`{${container}}`]: 0.25 })).toBe('');
  });
});

describe('Restarts', () => {
  test('are counted as the alert counts them', () => {
    expect(pods.restarts.queries[0]?.expr).toEqual(packs.workload.podRestarting.condition.signal);
  });

  test('have the line of the alert', () => {
    expect(linesOf(pods.restarts)).toEqual([packs.workload.podRestarting.condition.limit.value]);
  });
});

test('memory as a share has the line of the alert, which memory in bytes cannot have', () => {
  expect([linesOf(pods.memoryShare), linesOf(pods.memory)]).toEqual([[0.9], []]);
});

test('pods of Deployments are told by the names of these', () => {
  const { throttling } = workloadPanels(metrics.workload, { deployments: ['shop'] }, {});
  expect(throttling.queries.map(({ legend }) => legend)).toEqual(['{{pod}} {{container}}']);
});

describe('Available pods of a Deployment', () => {
  const deployments = { deployments: ['shop', 'cart'] } as const;
  const pack = { podDown: podDown(called('Shop'), metrics.workload, deployments) };
  const { available } = deploymentPanels(metrics.workload, deployments, pack);
  const series = {
    'kube_deployment_status_replicas_available{namespace="shop", deployment="shop"}': '1x10',
    'kube_deployment_spec_replicas{namespace="shop", deployment="shop"}': '2x10',
  };

  test('are none where it is gone', async () => {
    expect(await told(available, 0, series, { '{deployment="shop"}': 1, '{deployment="cart"}': 0 })).toBe('');
  });

  test('stand beside those that it wants', async () => {
    expect(await told(available, 1, series, { '{deployment="shop"}': 2 })).toBe('');
  });

  test('have the line of the alert', () => {
    expect(linesOf(available)).toEqual([1]);
  });
});

describe('A volume that fills', () => {
  const { untilFull } = volumePanels(metrics.volumes, { volumes: ['data'] }, {});
  const claim = 'namespace="shop", persistentvolumeclaim="data"';

  test('tells how long it has, by how it grew', async () => {
    const series = {
      [`kubelet_volume_stats_used_bytes{${claim}}`]: '0+60x10',
      [`kubelet_volume_stats_available_bytes{${claim}}`]: '86400x10',
    };
    expect(await told(untilFull, 0, series, { [`{${claim}}`]: 86_400 })).toBe('');
  });

  test('tells nothing where it shrinks', async () => {
    const series = {
      [`kubelet_volume_stats_used_bytes{${claim}}`]: '900-60x10',
      [`kubelet_volume_stats_available_bytes{${claim}}`]: '86400x10',
    };
    expect(await told(untilFull, 0, series, {})).toBe('');
  });
});

test('keys that a cache evicts are told a second, of whichever exporter tells of them', async () => {
  const series = {
    'redis_evicted_keys_total{instance="a"}': '0+60x10',
    'redis_evicted_keys_total{instance="a", job="again"}': '0+60x10',
  };
  expect(await told(evictionPanel(metrics.redis), 0, series, { '{}': 1 })).toBe('');
});
