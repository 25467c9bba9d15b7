import { expect, test } from '@jest/globals';
import { ofVolumes, volumeUsage } from '#alerts/volumes/claims.js';
import { kubeletMetrics } from '#metrics/kubelet.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { volumeAlmostFull } = packs.volumes;

test('only the volumes that are named are watched', () => {
  expect(oneLine(volumeAlmostFull)).toMatchInlineSnapshot(
    `"max by (namespace, persistentvolumeclaim) (last_over_time(kubelet_volume_stats_used_bytes{namespace="shop-prod", persistentvolumeclaim=~"shop-data|shop-db"}[2m])) / (max by (namespace, persistentvolumeclaim) (last_over_time(kubelet_volume_stats_capacity_bytes{namespace="shop-prod", persistentvolumeclaim=~"shop-data|shop-db"}[2m])) > 0) > 0.85"`,
  );
});

test('one volume is named as one', () => {
  expect(oneLine(volumeUsage(ofVolumes(kubeletMetrics, ['data'])))).toMatchInlineSnapshot(
    `"max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_used_bytes{persistentvolumeclaim="data"}) / (max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_capacity_bytes{persistentvolumeclaim="data"}) > 0)"`,
  );
});

test('the runbook says that hostPath volumes are not measured', () => {
  const { ko, en } = volumeAlmostFull.runbook;
  expect([ko?.check, en?.check]).toEqual([
    expect.stringContaining('hostPath'),
    expect.stringContaining('hostPath'),
  ]);
});
