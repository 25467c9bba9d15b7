import { describe, expect, test } from '@jest/globals';
import { cadvisorMetrics } from '#metrics/cadvisor.js';
import { firesOver, isQuietOver } from './over-series.js';
import { packs } from './packs.js';

const { highMemoryUsage } = packs.workload;

const container = 'namespace="shop-prod",pod="shop-6b5f-x2kqz",container="shop"';
const used = (workingSet: number, rss?: number) => ({
  [`container_memory_working_set_bytes{${container}}`]: workingSet,
  [`kube_pod_container_resource_limits{${container},resource="memory",unit="byte"}`]: 100,
  ...(rss !== undefined && { [`container_memory_rss{${container}}`]: rss }),
});

describe('a working set near the limit', () => {
  test('is no danger where most of it is page cache (mistake 43)', async () => {
    await isQuietOver(highMemoryUsage, used(95, 30));
  });

  test('is told of where most of it is held by processes', async () => {
    await firesOver(highMemoryUsage, used(95, 90));
  });

  test('is told of where nobody tells RSS', async () => {
    await firesOver(highMemoryUsage, used(95));
  });
});

test('RSS alone is not near the limit where the working set is not', async () => {
  await isQuietOver(highMemoryUsage, used(80, 80));
});

test('no text says that the kernel kills at the working set', () => {
  expect(highMemoryUsage.texts.en?.description).toContain(
    'page cache that was touched lately, which goes first',
  );
});

test('the catalogue says what the working set holds', () => {
  expect(cadvisorMetrics.workingSet.info.help).toContain('usage less inactive_file');
});
