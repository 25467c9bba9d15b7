import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFiles } from '#synth/folder.js';

let folder = '';
let said = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-test-'));
  const fleet = join(folder, 'fleet');
  const options = { encoding: 'utf8' } as const;
  spawnSync(process.execPath, ['bench/fleet/main.mjs', '3', fleet], options);
  const { stderr } = spawnSync(process.execPath, ['bin/cheomseong.mjs', 'synth'], { ...options, cwd: fleet });
  said = stderr;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** How many files each folder in this one has. */
const counts = (...names: readonly string[]) => {
  const paths = [...readFiles(join(folder, 'fleet', ...names)).keys()].filter((path) => path.includes('/'));
  const folders = [...new Set(paths.map((path) => path.split('/')[0] ?? ''))].sort();
  return Object.fromEntries(
    folders.map((name) => [name, paths.filter((path) => path.startsWith(`${name}/`)).length]),
  );
};

describe('a fleet of three', () => {
  test('is synthesized without a fault', () => {
    expect(said).toBe('');
  });

  test('has seven manifests of each application', () => {
    const { namespaces: _, ...applications } = counts('dist', 'production');
    expect(applications).toEqual({ 'relay-0001': 7, 'relay-0002': 7, 'relay-0003': 7 });
  });

  test('has eight pages of each application', () => {
    expect(counts('docs', 'runbooks')).toEqual({ 'relay-0001': 8, 'relay-0002': 8, 'relay-0003': 8 });
  });

  test('is not written where something is already', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['bench/fleet/main.mjs', '3', join(folder, 'fleet')],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('is there already: name a new folder')]);
  });
});
