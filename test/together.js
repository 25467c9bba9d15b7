import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { apart } from './apart.js';

const require = createRequire(import.meta.url);
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

const isOnlyModule = (path) => {
  try {
    return require.resolve(path) === '';
  } catch {
    return true;
  }
};

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

/** Where the script stands that holds all joined files. */
const script = join(folder, 'all.cjs');

/**
 * All files in one script, each of which runs, with what it imports, when it is asked for: bundled for each suite, what all of them import
 * would be written as often as there are suites.
 */
const allOf = (files) =>
  `export default { ${files.map((file) => `'${file}': () => require('./${file}')`).join(',\n')} };`;

/** Files as one suite: what each says of itself at its top, such as `beforeAll`, is said of its own tests alone. */
const suiteOf = (files) =>
  [
    "const { describe } = require('@jest/globals');",
    "const files = require('./all.cjs').default;",
    `for (const file of ${JSON.stringify(files, null, 2)}) describe(file, () => { files[file](); });`,
  ].join('\n');

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
 * Packages are loaded as they are, but for those that are only modules, for which a script cannot ask: these are taken in with what they
 * need, of which one reads files that lie beside it.
 */
const packages = {
  name: 'packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./#]/ }, ({ path, importer }) => {
      const isTakenIn = importer.includes('/node_modules/') ? path !== 're2-wasm' : isOnlyModule(path);
      return isTakenIn || isBuiltin(path) ? undefined : { path, external: true };
    });
  },
};

/**
 * Test files as a few suites of one script each. Jest has a suite load everything anew, which is right of one and takes as long as the
 * tests do of hundreds: a third of them import the whole estate.
 *
 * @param among those of them that are to run; all without.
 * @returns what jest is to run, in patterns.
 */
export const together = async (among = written()) => {
  const isApart = (file) =>
    apart.some((beginning) => file.startsWith(`test/${beginning}`)) || isOwn(join(root, file));
  const files = written().filter((file) => among.includes(file));
  const joined = files.filter((file) => !isApart(file));
  const suites = Array.from({ length: Math.ceil(joined.length / size) }, (_, i) =>
    joined.slice(i * size, (i + 1) * size),
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    stdin: { contents: allOf(joined), resolveDir: root },
    outfile: script,
    bundle: true,
    platform: 'node',
    // Packages are loaded when a file asks for them, and by half the work that modules are to jest.
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [packages, inTheirPlace],
  });
  const [, waits] = /^ {2}async "(test\/.*)"\(/m.exec(readFileSync(script, 'utf8')) ?? [];
  if (waits !== undefined) throw new Error(`${waits} waits for what it imports: it belongs in test/apart.js`);
  suites.forEach((suite, i) => writeFileSync(join(folder, `${i}.test.cjs`), suiteOf(suite)));
  return [...files.filter(isApart), '.cache/suites/*.test.cjs'].map((pattern) => `<rootDir>/${pattern}`);
};
