import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { exportedBy } from '#proof/rules/against/exposition.js';
import { readAgainst } from '#proof/rules/against/read.js';
import { type Compared, compared } from '#rules/against/compared.js';
import type { Exported } from '#rules/against/exported.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';
import { eventually } from '#servers/eventually.js';
import { query } from '../../servers/query.js';
import { withServer } from '#servers/server.js';

const exposition = `# HELP shop_requests_total Requests
# TYPE shop_requests_total counter
shop_requests_total{code="200"} 5
shop_requests_total{code="500"} 1
# HELP shop_seconds Time to answer
# TYPE shop_seconds histogram
shop_seconds_bucket{le="1"} 1
shop_seconds_bucket{le="+Inf"} 2
shop_seconds_sum 3
shop_seconds_count 2
`;

const rules = (...exprs: readonly string[]) =>
  readRules([
    {
      file: 'rules.json',
      text: JSON.stringify({
        groups: [{ name: 'a', rules: exprs.map((expr, i) => ({ alert: `A${i}`, expr })) }],
      }),
    },
  ]).groups;

const comparedWith = (exported: Exported, ...exprs: readonly string[]): readonly Compared[] =>
  compared(rules(...exprs), understood(rules(...exprs)), exported);

const refusalOf = (sources: readonly string[]): Promise<string> =>
  readAgainst(sources, understood([]), '.').then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

/** A server that answers everything alike. */
const withAnswer = async <T>(status: number, text: string, use: (url: string) => Promise<T>): Promise<T> => {
  const server = createServer((_, answer) => answer.writeHead(status).end(text)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

describe('a saved /metrics', () => {
  const exported = exportedBy(exposition, 'shop.prom');

  test('has the metrics as they are stored', () => {
    expect([...exported.metrics.keys()]).toEqual([
      'shop_requests_total',
      'shop_seconds_bucket',
      'shop_seconds_sum',
      'shop_seconds_count',
    ]);
  });

  test('has their labels', () => {
    expect(
      ['shop_requests_total', 'shop_seconds_bucket', 'shop_seconds_count'].map((name) => [
        ...(exported.metrics.get(name)?.labels.keys() ?? []),
      ]),
    ).toEqual([['code'], ['le'], []]);
  });

  test('is all that one program says, and not all that there is', () => {
    expect(exported.isWhole).toBe(false);
  });

  test.each([
    ['what is none', '<html>', 'page.html is no /metrics: '],
    ['an empty one', '', 'page.html is no /metrics: there are no series in it'],
  ])('is refused where it is %s', (_, text, told) => {
    expect(() => exportedBy(text, 'page.html')).toThrow(told);
  });
});

describe('what real programs export', () => {
  const files = readdirSync('test/expositions').filter((name) => name.endsWith('.prom'));

  test.each(files)('is read of %s', (name) => {
    const { metrics } = exportedBy(readFileSync(`test/expositions/${name}`, 'utf8'), name);
    const buckets = [...metrics].filter(
      ([each, { type }]) => type === 'histogram' && each.endsWith('_bucket'),
    );
    expect(buckets.filter(([, { labels }]) => !labels.has('le'))).toEqual([]);
  });
});

describe('what rules read is compared', () => {
  const exported = exportedBy(exposition, 'shop.prom');

  test('each metric once, with the rules that read it', () => {
    const all = comparedWith(
      exported,
      'shop_requests_total > 1',
      'shop_requests_total{code="500"} > 1 or bank > 1',
    );
    expect(
      all.map(({ metric, isThere, readBy }) => [metric, isThere, readBy.map(({ name }) => name)]),
    ).toEqual([
      ['shop_requests_total', true, ['A0', 'A1']],
      ['bank', false, ['A1']],
    ]);
  });

  test('with what is missing of it', () => {
    const [first] = comparedWith(exported, 'shop_requests_total{code="404"} > 1');
    expect(first?.missing.map(({ what, name, cure }) => [what, name, cure])).toEqual([
      ['value', '404', 'code is 200, 500 there'],
    ]);
  });

  test('with labels by which it is grouped in vain', () => {
    const [first] = comparedWith(exported, 'sum by (path, code, job) (shop_requests_total) > 1');
    expect(first?.labelsWithout).toEqual(['path']);
  });

  test('without what is empty by design', () => {
    const text = `groups:\n  - name: a\n    rules:\n      # cheomseong: empty by design, because few nodes have GPUs\n      - alert: A\n        expr: dcgm > 1\n`;
    const { groups } = readRules([{ file: 'rules.yml', text }]);
    expect(compared(groups, understood(groups), exported)).toEqual([]);
  });

  test('without what Prometheus makes', () => {
    expect(comparedWith(exported, 'up == 0')).toEqual([]);
  });
});

describe('a real Prometheus', () => {
  const asked = [
    'shop_requests_total{code="500", job="shop"} > 1',
    'shop_requests_total{code="404"} > 1',
    'bank_total > 1',
  ];
  let all: readonly Compared[] = [];
  let exported: Exported | undefined;

  beforeAll(
    () =>
      withAnswer(200, exposition, (target) => {
        const config = `global: { scrape_interval: 1s }\nscrape_configs: [{ job_name: shop, static_configs: [{ targets: ['${new URL(target).host}'] }] }]\n`;
        return withServer('prometheus', { config }, async (url) => {
          await eventually(
            'a scrape',
            async () => (await query(url, 'shop_requests_total')).length || undefined,
          );
          exported = await readAgainst([url], understood(rules(...asked)), '.');
          all = comparedWith(exported, ...asked);
        });
      }),
    60_000,
  );

  test('is all that there is', () => {
    expect(exported?.isWhole).toBe(true);
  });

  test('tells the types of its metrics', () => {
    expect(
      ['shop_requests_total', 'shop_seconds_bucket'].map((name) => exported?.metrics.get(name)?.type),
    ).toEqual(['counter', 'histogram']);
  });

  test('has the labels of targets', () => {
    expect([...(exported?.metrics.get('shop_requests_total')?.labels.keys() ?? [])]).toEqual([
      'code',
      'instance',
      'job',
    ]);
  });

  test('tells what is missing', () => {
    expect(
      all.flatMap(({ missing }) => missing.map(({ what, name, askedBy }) => [what, name, askedBy[0]?.name])),
    ).toEqual([
      ['value', '404', 'A1'],
      ['metric', 'bank_total', 'A2'],
    ]);
  });
});

describe('an address is refused', () => {
  test('where nobody answers', async () => {
    const gone = await withAnswer(200, '', (url) => Promise.resolve(url));
    expect(await refusalOf([gone])).toMatch(/^http:\/\/127.0.0.1:\d+\/ cannot be read: .*ECONNREFUSED/);
  });

  test('where no Prometheus answers', async () => {
    expect(await withAnswer(200, '<html>', (url) => refusalOf([url]))).toMatch(
      /is no Prometheus: its answer is no JSON of one; write its address, e.g. http:\/\/localhost:9090$/,
    );
  });

  test('where it asks who is there', async () => {
    expect(await withAnswer(401, '', (url) => refusalOf([url]))).toMatch(
      /answers 401 Unauthorized; write a login in the address, or a token in the variable PROMETHEUS_TOKEN$/,
    );
  });

  test('without the login that is in it', async () => {
    expect(
      await withAnswer(401, '', (url) => refusalOf([url.replace('//', '//admin:hunter2@')])),
    ).not.toContain('hunter2');
  });

  test('where it is no address', async () => {
    expect(await refusalOf(['http://'])).toBe(
      '--against http:// is no address; write e.g. http://localhost:9090',
    );
  });
});

test('A program is read by its address too', async () => {
  const { metrics, isWhole } = await withAnswer(200, exposition, (url) =>
    readAgainst([`${url}/metrics`], understood([]), '.'),
  );
  expect([metrics.size, isWhole]).toEqual([4, false]);
});

test('A file that is not there is told', async () => {
  expect(await refusalOf(['nowhere.prom'])).toMatch(/^--against nowhere.prom cannot be read: ENOENT/);
});
