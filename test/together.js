import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { apart } from './apart.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', 'suites');
/** Files in one suite: more would spare little, and leave a worker without any at the end. */
const size = 12;

const written = () =>
  readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `test/${path.replaceAll(sep, '/')}`)
    .sort();

/** What a file imports of the others that lie about it. */
const importsIn = (file, text) =>
  [...text.matchAll(/ from '(\.{1,2}\/[^']+)'/g)]
    .map(([, path]) => join(dirname(file), path))
    .map((path) => (existsSync(path) ? path : path.replace(/\.js$/, '.ts')))
    .filter((path) => existsSync(path));

const own = new Map();
/**
 * Whether a file must be a suite of its own: it, or what it imports, waits before tests are named, or imports what is only found when it
 * runs.
 */
const isOwn = (file) => {
  if (!own.has(file)) {
    own.set(file, false);
    const text = readFileSync(file, 'utf8');
    const waits = /^(export )?(const .* = \(?)?await |\bimport\((?!['"])/m.test(text);
    own.set(file, waits || importsIn(file, text).some(isOwn));
  }
  return own.get(file);
};

/** Files as one suite: what each says of itself at its top, such as `beforeAll`, is said of its own tests alone. */
const suiteOf = (files) =>
  [
    "import { describe } from '@jest/globals';",
    ...files.map((file) => `describe('${file}', () => { require('./${file}'); });`),
  ].join('\n');

/** Suites by their numbers, as files that esbuild finds. */
const asFiles = (suites) => ({
  name: 'suites',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^suite \d+$/ }, ({ path }) => ({ path, namespace: 'suite' }));
    onLoad({ filter: /./, namespace: 'suite' }, ({ path }) => ({
      contents: suiteOf(suites[Number(path.split(' ')[1])]),
      resolveDir: root,
    }));
  },
});

/** A file finds what lies beside it where it was written, not where its suite lies. */
const inTheirPlace = {
  name: 'in their place',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/(test|src)\/.*\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8');
      const place = JSON.stringify(pathToFileURL(path).href);
      return contents.includes('import.meta.url')
        ? { contents: contents.replaceAll('import.meta.url', place), loader: 'ts' }
        : undefined;
    });
  },
};

/**
 * Test files as a few suites of one script each. Jest has a suite load everything anew, which is right of one and takes as long as the
 * tests do of hundreds: a third of them import the whole estate.
 *
 * @returns what jest is to run, in patterns.
 */
export const together = async () => {
  const isApart = (file) =>
    apart.some((beginning) => file.startsWith(`test/${beginning}`)) || isOwn(join(root, file));
  const files = written();
  const joined = files.filter((file) => !isApart(file));
  const suites = Array.from({ length: Math.ceil(joined.length / size) }, (_, i) =>
    joined.slice(i * size, (i + 1) * size),
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { outputFiles } = await build({
    write: false,
    absWorkingDir: root,
    entryPoints: suites.map((_, i) => ({ in: `suite ${i}`, out: `${i}.test` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [asFiles(suites), inTheirPlace],
  });
  for (const { path, text } of outputFiles) {
    const [, waits] = /^ {2}async "(test\/.*)"\(/m.exec(text) ?? [];
    if (waits !== undefined)
      throw new Error(`${waits} waits for what it imports: it belongs in test/apart.js`);
    writeFileSync(path, text);
  }
  return [...files.filter(isApart), '.cache/suites/*.mjs'].map((pattern) => `<rootDir>/${pattern}`);
};
