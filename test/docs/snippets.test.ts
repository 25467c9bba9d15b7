import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alertsOf, proveAlerts } from '#proof/prove-estate.js';
import { newestPromtool } from '#proof/tools/tool.js';
import { blocksOf, walked, written } from './page.js';
import { estateOf, slugOf, toRun } from './snippets/estate.js';
import { holds } from './snippets/excerpt.js';
import { type Said, saidBy, synthesized } from './snippets/said.js';
import { compilerOn, writtenEstates } from './snippets/written.js';

const estates = written
  .filter((page) => !walked.includes(page))
  .map(estateOf)
  .filter(({ own }) => own.length > 0);
let folder = '';
let refused: readonly string[] = [];
beforeAll(() => {
  folder = writtenEstates(estates);
  // Where an App of cdk8s writes that is told nothing else.
  process.env['CDK8S_OUTDIR'] = resolve(folder, 'charts');
  refused = compilerOn(folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(estates)('$page', (estate) => {
  const { page } = estate;
  let said: Said;
  beforeAll(async () => {
    said = await saidBy(resolve(folder, slugOf(page)), toRun(estate));
  }, 120_000);

  test('compiles', () => {
    expect(refused.filter((fault) => fault.includes(`/${slugOf(page)}/`))).toEqual([]);
  });

  test('breaks no law', () => {
    expect(() => synthesized(said)).not.toThrow();
  });

  test('has no alert that promtool does not hold', async () => {
    const proven = await proveAlerts(alertsOf([...said.applications, said.rest]), {
      promtool: await newestPromtool(),
    });
    expect(proven.flatMap(({ refused: why }) => why)).toEqual([]);
  }, 180_000);

  const excerpts = blocksOf(page).flatMap(({ marker = '', code }) =>
    marker.startsWith('dist/') ? [{ file: marker, code }] : [],
  );
  if (excerpts.length > 0)
    test.each(excerpts)('shows $file as it comes out', ({ file, code }) => {
      const text = synthesized(said).get(file.slice('dist/'.length)) ?? `no file ${file}`;
      expect(holds(text, code) || text).toBe(true);
    });
});

test('what the compiler refuses is of a page', () => {
  expect(refused.filter((fault) => !estates.some(({ page }) => fault.includes(`/${slugOf(page)}/`)))).toEqual(
    [],
  );
});
