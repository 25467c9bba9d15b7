import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Ran, type Repository, asBefore, repository, temporary } from './repository.js';

let shop: Repository;
const limit = ['apps/shop.ts', 'errors: percent(1)', 'errors: percent(2)'] as const;
const patience = 240_000;

beforeAll(() => {
  shop = repository();
  // The first revision is of a library that does not know the verb; the second of one that does, and cannot be run.
  const back = asBefore(shop.folder);
  shop.commit();
  shop.git('tag', 'before');
  back();
  shop.write({ 'dist/production/shop/PrometheusRule.shop.yaml': rules('0.01') });
  shop.change('main.ts', 'export default', "throw new Error('no such estate');\nexport default");
  shop.commit();
  shop.git('tag', 'broken');
  shop.change('main.ts', "throw new Error('no such estate');\n", '');
  shop.commit();
}, patience);
afterAll(() => shop.remove());

const rules = (limit: string): string => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shop
  namespace: shop
spec:
  groups:
    - name: shop
      rules:
        - alert: ShopDown
          expr: up{job="shop"} == ${limit}
          for: 1m
          labels:
            severity: critical
`;

/** What of a repository somebody would miss, or find in his way. */
const state = (): readonly string[] => [
  shop.git('status', '--porcelain', '--ignored=no'),
  shop.git('worktree', 'list', '--porcelain'),
  shop.git('stash', 'list'),
  shop.git('diff', '--cached'),
  readFileSync(join(shop.folder, 'apps/shop.ts'), 'utf8'),
];

describe('The working tree against where it left main', () => {
  let before: readonly string[];
  let ran: readonly Ran[];
  let page: string;
  beforeAll(async () => {
    shop.git('switch', '--quiet', '--create', 'topic');
    shop.change(...limit);
    shop.write({
      'dist/production/shop/PrometheusRule.shop.yaml': rules('0').replace('ShopDown', 'HighErrorRate'),
    });
    before = state();
    ran = await Promise.all([
      shop.review('--annotations', 'github', '--page', '.cache/new/page.md'),
      shop.review('--json', '--', 'before'),
    ]);
    page = readFileSync(join(shop.folder, '.cache/new/page.md'), 'utf8');
  }, patience);
  afterAll(() => {
    shop.git('checkout', '--quiet', '--', '.');
  });

  test('tells a limit that nobody has committed yet', () => {
    expect(page).toMatch(/^# 1 alert fires otherwise\.[^]*\*\*HighErrorRate\*\* fires at 2% instead of 1%/);
  });

  test('is compared, and so ends well', () => {
    expect(ran.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  });

  test('tells programs the same beside another run, of a base whose library does not know review yet', () => {
    expect(JSON.parse(ran[1]?.stdout ?? '')).toMatchObject({
      firstLine: '1 alert fires otherwise.',
      base: { revision: 'before' },
      read: expect.stringMatching(/^The base was asked by the library of the working tree: .*[^.]\.$/),
      findings: expect.arrayContaining([
        expect.objectContaining({ kind: 'condition', subjects: ['HighErrorRate'] }),
      ]),
    });
  });

  test('is told at lines of what is written, where a forge asks', () => {
    expect(ran[0]?.stdout).toMatch(
      /^::\w+ file=dist\/production\/shop\/PrometheusRule\.shop\.yaml,line=10,title=HighErrorRate::fires at 2%/,
    );
  });

  test('leaves files, index and the list of worktrees as they are', () => {
    expect(state()).toEqual(before);
  });

  test('leaves no folder of the base', () => {
    expect(readdirSync(temporary(shop.folder))).toEqual([]);
  });
});

describe('A base', () => {
  test(
    'that cannot be run is compared by what was written of both',
    async () => {
      shop.write({ 'dist/production/shop/PrometheusRule.shop.yaml': rules('0') });
      const { stdout, status } = await shop.review('--', 'broken');
      shop.git('checkout', '--quiet', '--', 'dist');
      expect([status, stdout]).toEqual([
        0,
        expect.stringMatching(
          /\*\*ShopDown\*\* has other numbers[^]*Both were read from dist\/[^]*no such estate/,
        ),
      ]);
    },
    patience,
  );
});
