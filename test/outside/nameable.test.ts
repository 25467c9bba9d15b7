import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Unnamed, unnamedTypes } from './nameable.js';

const folder = `${mkdtempSync(join(tmpdir(), 'declared-'))}/`;
const entries = [
  'index.d.ts',
  ...readdirSync('src/public')
    // What the command asks of the library is no word of a user.
    .filter((name) => name !== 'command.ts')
    .map((name) => `public/${name.replace(/\.ts$/, '.d.ts')}`),
];

/** What may stay unnamed, and why. */
const reviewed: Readonly<Record<string, string>> = {
  Application: 'the chart that a cdk8s App is given is of the same name, and adds only that the App is held',
};

const unnamed = (): readonly Unnamed[] =>
  unnamedTypes(folder, entries).filter(({ type }) => !(type in reviewed));

beforeAll(() => {
  execFileSync(process.execPath, [
    'node_modules/typescript-native/bin/tsc',
    ...['--project', 'tsconfig.build.json', '--outDir', folder],
  ]);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('What a public word asks for or gives', () => {
  test('has a public name', () => {
    expect(unnamed()).toEqual([]);
  }, 120_000);

  test('is found out where it has none', () => {
    const words = join(folder, 'public/alerts.d.ts');
    const before = readFileSync(words, 'utf8');
    writeFileSync(words, before.replace(/, type Subject\b/, ''));
    try {
      expect(unnamed().map(({ type }) => type)).toContain('Subject');
    } finally {
      writeFileSync(words, before);
    }
  }, 120_000);
});
