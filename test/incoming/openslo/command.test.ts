import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { kept } from '#ground/cache.js';

let folder = '';
beforeAll(() => {
  mkdirSync(kept(), { recursive: true });
  folder = mkdtempSync(kept('openslo-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ran = (...words: readonly string[]) => {
  const args = ['bin/cheomseong.mjs', 'openslo', ...words, '--language', 'en'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('The SLOs of a file are those of the module that is made of them, but for what is told', () => {
  const written = ran('test/openslo/slos.ts');
  const read = ran(file('slos.yaml', written.stdout));
  const again = ran(file('slos.ts', read.stdout));
  const isOfQueue = (document: string): boolean => document.includes('name: shop-queue');
  expect([written.status, read.status, read.stderr, again]).toEqual([
    0,
    1,
    'SLO shop-queue: it is left out: its share is made already, and tells of no events\n',
    {
      status: 0,
      stdout: written.stdout
        .split('---\n')
        .filter((document) => !isOfQueue(document))
        .join('---\n'),
      stderr: '',
    },
  ]);
});

test.each([
  [[], 'a file is missing: cheomseong openslo apps/shop/slos.ts'],
  [['apps/repository.ts'], 'apps/repository.ts exports no objective that slo(…) makes'],
  [['.prettierrc.json'], 'there is no SLO of OpenSLO in .prettierrc.json'],
])('It is told what cannot be: %j', (words, sentence) => {
  expect(ran(...words)).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(sentence) });
});
