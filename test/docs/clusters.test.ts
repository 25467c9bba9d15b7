import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { isCluster } from '#cluster/cluster.js';
import { kinds } from '#ground/codes/codes.js';
import { writtenOf } from '../synth/estate/places.js';
import { textOf } from './page.js';
import { estateOf, slugOf } from './snippets/estate.js';
import { writtenEstates } from './snippets/written.js';

const page = 'docs/delivery/clusters.md';

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  const folder = writtenEstates([estateOf(page)]);
  try {
    const of: { readonly shared: readonly unknown[] } = await import(
      join(folder, slugOf(page), 'apps/shared.ts')
    );
    files = writtenOf(of.shared.filter(isCluster));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

const named = [...textOf(page).matchAll(/`dist\/(seoul\/[^`]+)`/g)].map(([, path = '']) => path);

test.each(named)('what one cluster has for the other stands where the page says: %s', (path) => {
  expect([...files.keys()]).toContain(path);
});

test('the Secrets of receivers that tell of the other are named where they must be', () => {
  expect(files.get('seoul.md')).toMatch(/\| `shop-slack` \| `shop` \|/);
});

test('what the page says is refused has a code that can be explained', () => {
  const [, table = ''] = /## What is refused\n([\s\S]*?)\n\n[^|\n]/.exec(textOf(page)) ?? [];
  const told = [...table.matchAll(/\| `([a-z-]+)` +\|$/gm)].map(([, code = '']) => code);
  expect(told.filter((code) => ![...kinds.keys()].includes(code))).toEqual([]);
});
