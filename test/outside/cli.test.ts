import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-project-'));

beforeAll(() => {
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'cdk8s.yaml'), 'language: typescript\napp: node main.mjs\n');
  execFileSync('node_modules/.bin/esbuild', [
    'test/outside/charts-main.ts',
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--packages=external',
    '--alias:cheomseong=./src/index.ts',
    '--alias:cheomseong/cdk8s=./src/public/cdk8s.ts',
    '--log-level=error',
    `--outfile=${join(folder, 'main.mjs')}`,
  ]);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const main = join(folder, 'main.mjs');
const cdk8sSynth = () =>
  spawnSync(process.execPath, [join(folder, 'node_modules/.bin/cdk8s'), 'synth', '--no-check-upgrade'], {
    cwd: folder,
    encoding: 'utf8',
  });

describe('`cdk8s synth` of a project with applications of ours beside its own chart', () => {
  test('writes all of them', () => {
    const { status, stderr } = cdk8sSynth();
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(readdirSync(join(folder, 'dist')).toSorted()).toEqual([
      'licences.k8s.yaml',
      'shop.k8s.yaml',
      'web.k8s.yaml',
    ]);
  });

  test('writes their pages where its main.ts does', () => {
    expect(readFileSync(join(folder, 'docs/runbooks/licences/SeatsRunOut.md'), 'utf8')).toMatch(
      /^# SeatsRunOut/,
    );
  });

  test('ends with another code and tells the fault where a law is broken', () => {
    writeFileSync(
      main,
      readFileSync(main, 'utf8').replace('new Web(app)', "new Web(app, 'web', { app: 'till' })"),
    );
    const { status, stderr } = cdk8sSynth();
    expect(status).not.toBe(0);
    expect(stderr).toMatch(
      /\[laws-of-cheomseong\] shop\/scrape-shop spec.selector: the ServiceMonitor selects no/,
    );
  });
});
