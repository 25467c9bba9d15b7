import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { circlesOf } from '#bin/circles.mjs';

const sources = ['src', 'apps']
  .flatMap((name) => readdirSync(name, { recursive: true, encoding: 'utf8' }).map((path) => join(name, path)))
  .filter((path) => path.endsWith('.ts'));

/** The files that a file imports, for their types alone too, by the path that it writes. */
const importsOf = (file: string): ReadonlyMap<string, string> =>
  new Map(
    ts
      .preProcessFile(readFileSync(file, 'utf8'))
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => /^[.#]/.test(name))
      .map((name) => [name, pathOf(file, name).replace(/\.js$/, '.ts')]),
  );
const pathOf = (file: string, name: string): string =>
  name.startsWith('#') ? join('src', name.slice(1)) : join(dirname(file), name);

test('No two files of the product import each other, by whatever way, not even for types', () => {
  expect(circlesOf(new Map(sources.map((file) => [file, importsOf(file)])))).toEqual([]);
});

test('A circle of files is found by its way', () => {
  const imports = { 'a.ts': ['b.ts'], 'b.ts': ['c.ts', 'd.ts'], 'c.ts': ['b.ts'], 'd.ts': [] };
  const byPath = Object.entries(imports).map(
    ([file, all]) => [file, new Map(all.map((each) => [`./${each}`, each]))] as const,
  );
  expect(circlesOf(new Map(byPath))).toEqual([['b.ts', 'c.ts', 'b.ts']]);
});
