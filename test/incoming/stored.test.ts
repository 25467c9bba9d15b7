import { expect, test } from '@jest/globals';
import { edgesOf, labelsOf } from '#catalog/declared.js';
import { familiesStored } from '#incoming/catalogue/stored.js';

const metric = (type: string, labels: Readonly<Record<string, readonly string[]>>) => ({
  type,
  labels: new Map(Object.entries(labels).map(([label, values]) => [label, new Set(values)])),
});

test('parts of a histogram that a Prometheus has stored are one, with its edges', () => {
  const families = familiesStored({
    source: 'http://localhost:9090',
    isWhole: true,
    metrics: new Map([
      ['wait_seconds_bucket', metric('histogram', { job: [], path: [], le: ['0.5', '1', '+Inf'] })],
      ['wait_seconds_count', metric('histogram', { job: [], path: [] })],
      ['requests_total', metric('counter', { code: [] })],
      ['unread', metric('gauge', {})],
    ]),
  });
  const told = [...families].map(([name, family]) => [name, family.type, labelsOf(family), edgesOf(family)]);
  expect(told).toEqual([
    ['wait_seconds', 'histogram', ['job', 'path'], [0.5, 1]],
    ['requests_total', 'counter', ['code'], []],
  ]);
});
