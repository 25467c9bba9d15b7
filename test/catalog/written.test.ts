import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compared } from '#catalog/compared.js';
import { declaredIn } from '#catalog/declared.js';
import { families } from '#catalog/exposition.js';
import { catalogText } from '#catalog/written.js';
import type { MetricCatalog } from '#promql/metric/catalog.js';

const scrapes = readdirSync('test/expositions').map((file) => basename(file, '.prom'));
const read = (scrape: string) => families(readFileSync(`test/expositions/${scrape}.prom`, 'utf8'));
const fileOf = (scrape: string) => `${scrape.replace(/\W/g, '-')}.ts`;

let folder = '';
beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync(join('.cache', 'catalog-test-'));
  for (const scrape of scrapes)
    writeFileSync(join(folder, fileOf(scrape)), catalogText('metrics', declaredIn(read(scrape)), scrape));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const written = async (scrape: string): Promise<MetricCatalog> => {
  const { metrics }: { readonly metrics: MetricCatalog } = await import(`../../${folder}/${fileOf(scrape)}`);
  return metrics;
};

test('The catalogues that are written of recorded scrapes compile', () => {
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'], exclude: [] }));
  const compiler = 'node_modules/typescript-native/bin/tsc';
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', config, '--incremental', 'false'], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
}, 60_000);

describe('The catalogue that is written of a recorded scrape', () => {
  test.each(scrapes)('of %s differs from it in nothing', async (scrape) => {
    expect(compared(await written(scrape), read(scrape))).toEqual([]);
  });
});

test('Left out is what has no series, and when one began', () => {
  const scrape = read('django-prometheus_2.5');
  const declared = new Set(declaredIn(scrape).map(({ name }) => name));
  expect([...scrape.keys()].filter((name) => !declared.has(name))).toEqual(
    [...scrape].flatMap(([name, { series }]) =>
      series.length === 0 || name.endsWith('_created') ? [name] : [],
    ),
  );
});

test('A catalogue is written as a person would', () => {
  const text = [
    '# HELP shop_orders_total Orders "taken"',
    '# TYPE shop_orders_total counter',
    'shop_orders_total{status="ok"} 1',
    '# HELP shop_time_ms Time',
    '# TYPE shop_time_ms gauge',
    'shop_time_ms 1',
    '# TYPE shop_seconds histogram',
    'shop_seconds_bucket{path="/",le="0.5"} 1',
    'shop_seconds_bucket{path="/",le="+Inf"} 1',
    'shop_seconds_sum{path="/"} 1',
    'shop_seconds_count{path="/"} 1',
  ].join('\n');
  expect(catalogText('shopMetrics', declaredIn(families(text)), 'shop.prom'))
    .toBe(`import { catalog, counter, histogram, unconventional } from 'cheomseong';

/** What shop.prom exports. Say of labels whose values are a closed set which these are: values: { status: ['ok', 'failed'] }. */
export const shopMetrics = catalog({
  orders: counter('shop_orders_total', {
    help: 'Orders "taken"',
    labels: ['status'],
  }),
  timeMs: unconventional.gauge('shop_time_ms', {
    help: 'Time',
    why: 'its program names it so; by the conventions it would be shop_time_seconds',
  }),
  seconds: histogram('shop_seconds', {
    help: 'shop_seconds',
    labels: ['path'],
    buckets: [0.5],
  }),
});
`);
});
