import { expect, test } from '@jest/globals';
import { compared } from '#catalog/compared.js';
import { families } from '#catalog/exposition.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { monitoring } from '../../../apps/ecoeco/instrumentation.js';
import { apiMetrics, gptMetrics } from '../../../apps/ecoeco/metrics.js';
import { shop, shopMetrics } from './shop.js';
import { suite } from './suite.js';

const said = suite(['requests', 'operations', 'shopping', 'logs'], { monitoring, shop });

const helpOf = (metrics: MetricCatalog): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(metrics).map(({ info }) => [info.name, info.help]));

test.each([
  ['text', { ...apiMetrics }],
  ['openmetrics', { ...apiMetrics }],
  ['shop', { ...shopMetrics, gpt: gptMetrics.requests, gptDuration: gptMetrics.duration }],
])('what is exported as %s is what the catalogue declares', async (text, metrics) => {
  const exposition = (await said()).texts[text] ?? '';
  expect(compared(metrics, families(exposition))).toEqual([]);
});

test('each metric has the help of the catalogue', async () => {
  const exported = families((await said()).texts['shop'] ?? '');
  const help = Object.fromEntries(
    Object.keys(helpOf(shopMetrics)).map((name) => [name, exported.get(name)?.help]),
  );
  expect(help).toEqual(helpOf(shopMetrics));
});
