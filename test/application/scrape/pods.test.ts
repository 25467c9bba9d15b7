import { describe, expect, test } from '@jest/globals';
import { podScrape, pods } from '#application/scrape/pods.js';
import { withServiceLabels } from '#application/service-labels.js';
import { workerMetrics, workers } from '../../synth/estate/found.js';

const asked = { port: 'metrics', interval: '30s', metrics: [workerMetrics] } as const;
const declared = { namespaces: ['shop-prod'], labels: { app: 'worker' }, ports: { metrics: 9808 } } as const;

describe('pods are refused (mistake 90)', () => {
  test('without a label, by which all of a namespace would be found', () => {
    expect(() => pods('worker', { ...declared, labels: {} })).toThrow(
      "pods worker: labels: they have none, so every pod of the namespace would be found; give those of their template: { app: 'worker' }",
    );
  });

  test.each([
    [
      'a namespace',
      () => pods('worker', { ...declared, namespaces: ['Shop'] }),
      "namespaces: 'Shop' is not a namespace",
    ],
    [
      'a label',
      () => pods('worker', { ...declared, labels: { app: 'a worker' } }),
      "labels.app: 'a worker' is not a value that a label may have",
    ],
    [
      'a number of a port',
      () => pods('worker', { ...declared, ports: { metrics: 0 } }),
      'ports.metrics: 0 is no port',
    ],
    [
      'a name of a port, which a container has at most 15 letters long',
      () => pods('worker', { ...declared, ports: { 'metrics-of-worker': 80 } }),
      "ports: 'metrics-of-worker' is not a name that a port may have; write at most 15",
    ],
  ])('with %s that Kubernetes does not take', (_, declare, why) => {
    expect(declare).toThrow(why);
  });
});

describe('a scrape of pods', () => {
  test('is called as they are, and so is its job', () => {
    expect(podScrape(workers, asked)).toMatchObject({ name: 'worker', of: 'pods', path: '/metrics' });
  });

  test('copies the labels with which its metrics are declared', () => {
    const metrics = [withServiceLabels(workerMetrics, ['tier'])];
    expect(podScrape(workers, { ...asked, metrics }).copiedLabels).toEqual(['tier']);
  });

  test('is refused with a label that they do not have', () => {
    const metrics = [withServiceLabels(workerMetrics, ['team'])];
    expect(() => podScrape(workers, { ...asked, metrics })).toThrow(
      'scrape of pods worker: copiedLabels: the pods have no label team to copy; copy one that they have: app, tier',
    );
  });

  test('is refused for what that of a Service is', () => {
    expect(() => podScrape(workers, { ...asked, path: '/metrics?a=b', timeout: '1m' })).toThrow('2 faults');
  });
});
