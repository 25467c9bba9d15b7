import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const elsewhere = ['.cache', '.git', 'dist', 'node_modules', 'test'];

const sources = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !elsewhere.includes(entry.name))
  .flatMap(({ name }) =>
    readdirSync(name, { recursive: true, encoding: 'utf8' }).map((path) => join(name, path)),
  )
  .filter((path) => path.endsWith('.ts'));

/** The files that a file imports, for their types alone too. */
const importsOf = (file: string): readonly string[] =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name.replace(/\.js$/, '.ts')));

/** Every way from a file back to itself, of a graph given by who imports whom. */
const circles = (imports: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const begun = way.indexOf(file);
    if (begun >= 0) found.push([...way.slice(begun), file].join(' → '));
    if (begun >= 0 || done.has(file)) return;
    for (const each of imports.get(file) ?? []) visit(each, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
};

test('No two files of the product import each other, by whatever way, not even for types', () => {
  expect(circles(new Map(sources.map((file) => [file, importsOf(file)])))).toEqual([]);
});

test('A circle of files is found by its way', () => {
  const imports = { 'a.ts': ['b.ts'], 'b.ts': ['c.ts', 'd.ts'], 'c.ts': ['b.ts'], 'd.ts': [] };
  expect(circles(new Map(Object.entries(imports)))).toEqual(['b.ts → c.ts → b.ts']);
});
