import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { installedWithUs, locked, manifest } from './installed.js';

const installed = [...installedWithUs()];

/** Whether a package takes every Node from a major on, of which ours are the lowest: `>=18`, `>= 16.20.0`, `*`. */
const takesFrom = (range: string, major: number): boolean => {
  const lowest = /^>= ?v?(\d+)(?:\.\d+)*$/.exec(range)?.[1];
  return range === '*' || (lowest !== undefined && Number(lowest) <= major);
};
const lowestNode = Number(/^\^(\d+)/.exec(manifest.engines.node)?.[1]);

describe('who installs the package', () => {
  test('is not told that something in it wants another Node', () => {
    const told = installed.filter(([, { engines }]) => !takesFrom(engines?.node ?? '*', lowestNode));
    expect(told.map(([place, { engines }]) => [place, engines])).toEqual([]);
  });

  test('runs no script of others, and is asked about none', () => {
    const asked = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(asked.map(([place]) => place)).toEqual([]);
  });

  test('is not told that something in it is out of date', () => {
    expect(installed.filter(([, { deprecated }]) => deprecated !== undefined)).toEqual([]);
  });

  test('gets the two programs that synthesis runs, for every platform that they are published for', () => {
    const programs = ['node_modules/esbuild', 'node_modules/typescript-native'];
    const platforms = programs.flatMap((place) => Object.keys(locked[place]?.optionalDependencies ?? {}));
    expect(installed.map(([place]) => place)).toEqual(
      expect.arrayContaining(platforms.map((name) => `node_modules/${name}`)),
    );
  });

  test('gets esbuild of the release that the tests run', () => {
    expect(manifest.optionalDependencies).toEqual(locked['node_modules/esbuild']?.optionalDependencies);
  });
});

describe('who works on it', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cheomseong-ci-'));
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(file, join(folder, file));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is warned of nothing by npm ci', () => {
    const { stderr } = spawnSync('npm', ['ci', '--dry-run', '--offline'], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
  });

  test('has said of each script that it is not needed', () => {
    const scripts = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripts.map(([place]) => place.replace(/^.*node_modules\//, ''));
    expect(Object.entries(manifest.allowScripts)).toEqual(names.toSorted().map((name) => [name, false]));
  });

  test('knows that models of Kubernetes alone declare a newer Node than they need', () => {
    const newer = Object.entries(locked).filter(([, { engines }]) => /^>= ?2[1-9]/.test(engines?.node ?? ''));
    expect(newer.map(([place]) => place.replace('node_modules/', ''))).toEqual([
      '@kubernetes-models/apimachinery',
      '@kubernetes-models/argo-cd',
      '@kubernetes-models/base',
      '@kubernetes-models/external-secrets',
      '@kubernetes-models/validate',
      'kubernetes-models',
    ]);
  });

  test('has nothing that its authors have given up', () => {
    expect(Object.entries(locked).filter(([, { deprecated }]) => deprecated !== undefined)).toEqual([]);
  });
});
