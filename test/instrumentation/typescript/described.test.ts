import { expect, test } from '@jest/globals';
import { lighthouse, webVitals } from 'cheomseong';
import { typescriptFiles } from '#instrumentation/typescript/files.js';
import { shop, shopOnNext, shopOnNode, site, siteMetrics } from './example.js';
import { moduleOf } from '../estate.js';

const websiteMonitoring = moduleOf('maintenance', 'website');

const maintenance = { name: 'maintenance', title: 'Maintenance' };

test.each([
  ['a page with a query', ['/?q=1'], "'/?q=1' is no pattern of a page"],
  ['a page with a space', ['/a b'], "'/a b' is no pattern of a page"],
  ['a page twice', ['/', '/'], '/ is there twice'],
] as const)('%s is refused', (_, pages, why) => {
  expect(() => webVitals({ pageViews: siteMetrics.views, pages })).toThrow(why);
  expect(() => lighthouse({ pages })).toThrow(why);
});

test.each([
  ['on Next.js', websiteMonitoring],
  ['on plain Node', site],
])('how a module is mounted %s is said in ten lines', (_, module) => {
  const readme = typescriptFiles(module, maintenance)['README.md'] ?? '';
  expect(readme.split('\n').filter((line) => line.startsWith('- ')).length).toBeLessThanOrEqual(10);
});

test('every file that is said to be there is there', () => {
  for (const module of [websiteMonitoring, shopOnNext, shopOnNode, site]) {
    const files = typescriptFiles(module, shop);
    const named = [...(files['README.md'] ?? '').matchAll(/`(monitoring\/\w+)(?:\.ts)?`/g)].map(([, path]) => `${path}.ts`);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((path) => !(path in files))).toEqual([]);
  }
});

test('names, labels and buckets stand in one file', () => {
  const files = typescriptFiles(shopOnNode, shop);
  const telling = Object.keys(files).filter((path) => /http_requests_total|labelNames|buckets:/.test(files[path] ?? ''));
  expect(telling).toEqual(['monitoring/metrics.ts']);
});

test('that logs go into a file too is said', () => {
  expect(typescriptFiles(websiteMonitoring, maintenance)['README.md']).toContain('in the file of `LOG_FILE`');
});

test.each([
  ['on Next.js', websiteMonitoring],
  ['on plain Node', site],
])('what is not for everybody %s is said by its paths', (_, module) => {
  const { metrics, ready } = module.paths;
  const readme = typescriptFiles(module, maintenance)['README.md'];
  expect(readme).toContain(`Refuse \`${metrics}\` and \`${ready}\` at the proxy in front`);
  expect(readme).toContain(`\`location = ${metrics} { deny all; }\``);
});
