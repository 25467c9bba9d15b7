import { beforeAll, describe, expect, test } from '@jest/globals';
import { targetsOf } from '#application/target.js';
import { podScrape } from '#application/scrape/pods.js';
import { podTargetsBy } from '../operator/pod-monitor.js';
import { ofWorkers, scatteredShop, workers } from '../synth/estate/found.js';
import { objectsOf, only } from '../synth/estate/objects.js';

const monitorOf = (scrape: typeof ofWorkers) =>
  only(objectsOf(scatteredShop({ scrapes: [scrape], exporters: [] })), 'PodMonitor', 'worker');
const found = { pod: 'worker-1', namespace: 'shop-prod', labels: workers.labels, port: 'metrics' };

describe('of the pods of a cluster a PodMonitor', () => {
  type Found = Awaited<ReturnType<typeof podTargetsBy>>;
  let [targets, ofNodes]: readonly [Found, Found] = [[], []];
  beforeAll(async () => {
    targets = await podTargetsBy(monitorOf(ofWorkers), [
      found,
      { ...found, namespace: 'shop-staging' },
      { ...found, port: 'http' },
      { ...found, labels: { app: 'worker' } },
    ]);
    const agents = podScrape(workers, {
      port: 'metrics',
      interval: '30s',
      ofMachine: true,
      metrics: [],
    });
    ofNodes = await podTargetsBy(monitorOf(agents), [found]);
  }, 30_000);

  test('asks those that have its labels, at its port alone', () => {
    expect(targets.map((target) => target !== undefined)).toEqual([true, true, false, false]);
  });

  test('gives each the labels that rules and panels take them to have', () => {
    const known = targetsOf(ofWorkers).map(({ service: _, ...labels }) => labels);
    expect(targets.slice(0, 2)).toEqual(known.map((labels) => expect.objectContaining(labels)));
  });

  test('gives each its pod and its container, and no Service', () => {
    expect(targets[0]).toMatchObject({ pod: 'worker-1', container: 'worker' });
    expect(Object.keys(targets[0] ?? {})).not.toContain('service');
  });

  test('calls the targets of a machine by it', () => {
    expect(ofNodes).toMatchObject([{ instance: 'node-1' }]);
  });
});
