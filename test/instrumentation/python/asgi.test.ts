import { expect, test } from '@jest/globals';
import { compared } from '#catalog/compared.js';
import { families } from '#catalog/exposition.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';
import { shop, shopMetrics } from './shop.js';
import { suite } from './suite.js';
import { catalogOf, moduleOf } from '../estate.js';

const monitoring = moduleOf('ecoeco', 'monitoring');
const apiMetrics = catalogOf(moduleOf('ecoeco', 'monitoring'), 'http_requests_total');
const gptMetrics = catalogOf(moduleOf('ecoeco', 'monitoring'), 'gpt_api_requests_total');

const said = suite(['requests', 'operations', 'shopping', 'logs'], { monitoring, shop });

const helpOf = (metrics: MetricCatalog): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(metrics).map(({ info }) => [info.name, info.help]));

/** Under other keys than those of the shop. */
const prefixedGpt = Object.fromEntries(Object.entries(gptMetrics).map(([key, metric]) => [`gpt ${key}`, metric]));

test.each<readonly [string, MetricCatalog]>([
  ['text', apiMetrics],
  ['openmetrics', apiMetrics],
  ['shop', { ...shopMetrics, ...prefixedGpt }],
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
