import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { compared, undeclared } from '#catalog/compared.js';
import { families } from '#catalog/exposition.js';
import { lighthouse, lighthouseMetrics, typescript } from 'cheomseong';
import { shop, siteMetrics } from './example.js';
import { type Run, lighthouseResult } from './lighthouse-results.js';
import { filesOf } from './running.js';
import { valueOf } from './scraped.js';
import { withFiles } from './written.js';

const module = typescript('site', {
  framework: 'next',
  catalogs: [siteMetrics],
  lighthouse: lighthouse({ pages: ['/', '/notices/[id]'] }),
});

const told = { score: 0.93, speedIndex: 2100, requests: [] } as const;
const home: Run = { ...told, url: 'https://shop.example/', at: '2026-01-31T04:00:00.000Z' };

interface Wrote {
  readonly text: string | undefined;
  readonly error: string;
  readonly status: number | null;
  readonly files: readonly string[];
}

/** What the script writes of these results, into a folder where a file of an earlier run is. */
const wrote = (runs: readonly Run[], file = 'told/lighthouse.prom'): Wrote =>
  withFiles(
    {
      ...filesOf({ module, application: shop }),
      'told/lighthouse.prom': 'before\n',
      '.lighthouseci/assertion-results.json': '[]',
      ...Object.fromEntries(
        runs.map((run, i) => [`.lighthouseci/lhr-176988000000${i}.json`, lighthouseResult(run)]),
      ),
    },
    (root) => {
      const { status, stderr } = spawnSync(process.execPath, ['lighthouse.mjs', '.lighthouseci', file], {
        cwd: root,
        encoding: 'utf8',
      });
      const files = readdirSync(join(root, 'told'));
      return { status, error: stderr, files, text: readFileSync(join(root, 'told/lighthouse.prom'), 'utf8') };
    },
  );

const value = (runs: readonly Run[], series: string) => valueOf(wrote(runs).text ?? '', series);

const requests = [
  { resourceType: 'Document', transferSize: 9_000 },
  { resourceType: 'Script', transferSize: 100_000 },
  { resourceType: 'Script', transferSize: 20_000 },
  { resourceType: 'Image', transferSize: 5_000 },
  { resourceType: 'Script' },
];

test('what is told is what its catalogue says', () => {
  const scrape = families(wrote([home]).text ?? '');
  expect([compared(lighthouseMetrics, scrape), undeclared([lighthouseMetrics], scrape)]).toEqual([[], []]);
});

test('of several runs of a page the median is told', () => {
  const runs = [0.5, 0.95, 0.9].map((score) => ({ ...home, score }));
  expect(value(runs, 'lighthouse_performance_score_ratio{page="/"}')).toBe(0.9);
});

test('of an even number of runs the middle of both in the middle is told', () => {
  const runs = [1000, 2000, 3000, 9000].map((speedIndex) => ({ ...home, speedIndex }));
  expect(value(runs, 'lighthouse_speed_index_seconds{page="/"}')).toBe(2.5);
});

test.each([
  ['scripts', 120_000],
  ['images', 5_000],
])('%s are added up', (kind, sum) => {
  expect(value([{ ...home, requests }], `lighthouse_${kind}_bytes{page="/"}`)).toBe(sum);
});

test('a page is told by its pattern', () => {
  const runs = [{ ...home, url: 'https://shop.example/notices/12?from=mail' }];
  expect(value(runs, 'lighthouse_performance_score_ratio{page="/notices/[id]"}')).toBe(0.93);
});

test('a page that is none of the patterns is told as another', () => {
  const runs = [{ ...home, url: 'https://shop.example/about' }];
  expect(value(runs, 'lighthouse_performance_score_ratio{page="other"}')).toBe(0.93);
});

test('CI is told of an address that is none of the patterns', () => {
  const runs = [home, { ...home, url: 'https://shop.example/about' }];
  expect(wrote(runs)).toMatchObject({
    status: 0,
    error: "lighthouse: https://shop.example/about is no page of the list, and told as other\n",
  });
});

test('when is told of the newest run', () => {
  const runs = [home, { ...home, at: '2026-01-31T04:05:00.000Z' }, { ...home, at: '2026-01-30T00:00:00.000Z' }];
  expect(value(runs, 'lighthouse_measured_timestamp_seconds{page="/"}')).toBe(
    Date.parse('2026-01-31T04:05:00Z') / 1000,
  );
});

test('a run that failed is left out, and said', () => {
  const { text, error } = wrote([home, { ...home, score: 0.1, failed: true }]);
  expect([valueOf(text ?? '', 'lighthouse_performance_score_ratio{page="/"}'), error]).toEqual([
    0.93,
    'lighthouse: lhr-1769880000001.json is of a run that failed, and left out\n',
  ]);
});

test('a score that Lighthouse could not give is not told', () => {
  expect(wrote([{ ...home, score: null }]).text).not.toContain('score');
});

test('where no run succeeded what was told before stays, and CI is told', () => {
  expect(wrote([{ ...home, failed: true }])).toMatchObject({
    status: 1,
    text: 'before\n',
    error: expect.stringContaining('has no result of a run that succeeded'),
  });
});

test('nothing but the whole file is left', () => {
  expect(wrote([home]).files).toEqual(['lighthouse.prom']);
});

test('a file that node_exporter would not read is refused', () => {
  expect(wrote([home], 'told/lighthouse.txt')).toMatchObject({ status: 1, text: 'before\n' });
});
