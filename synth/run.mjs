// Runs main.ts, or the file that is named, as fast as it can be: `npm run synth` runs hundreds of times a day.
//
// Our own sources are bundled by esbuild at every run (about 10 ms), so they are never stale. The packages that they import
// are bundled once for each installation, and kept in .cache/ together with the machine code that V8 made of them: loading
// them file by file takes longer than all the rest. Delete .cache/synth after changing something in node_modules by hand.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, isBuiltin, SourceMap } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const entry = resolve(process.argv[2] ?? 'main.ts');
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const cache = resolve('.cache/synth', basename(entry, '.ts'));
const require = createRequire(import.meta.url);
const esbuild = join(dirname(require.resolve('esbuild/package.json')), 'bin/esbuild');

/** These read files that lie beside them, so they are left where they are. */
const unbundled = ['re2-wasm'];

const bundle = (options, input) =>
  execFileSync(
    esbuild,
    ['--bundle', '--platform=node', '--format=cjs', '--target=node20', '--log-level=warning', ...options],
    { input, stdio: [input === undefined ? 'ignore' : 'pipe', 'inherit', 'inherit'] },
  );

/** Our own sources as one script: its text, where its source map is, and the packages that it imports. */
const bundleSources = (folder) => {
  const file = join(folder, 'sources.js');
  const metafile = join(folder, 'meta.json');
  bundle([
    entry,
    `--outfile=${file}`,
    `--metafile=${metafile}`,
    '--packages=external',
    '--sourcemap=external',
    '--supported:dynamic-import=false',
    // import.meta.url would be empty in the bundle: better not to build than to read from nowhere
    '--log-override:empty-import-meta=error',
  ]);
  const { inputs } = JSON.parse(readFileSync(metafile, 'utf8'));
  const imports = Object.values(inputs).flatMap((source) => source.imports.filter((one) => one.external));
  const packages = [...new Set(imports.map(({ path }) => path))].filter((path) => !isBuiltin(path)).sort();
  return { file, text: readFileSync(file, 'utf8'), packages };
};

/** Everything that the bundle of the packages depends on, as a name. */
const keyOf = (packages) => {
  const installed = 'node_modules/.package-lock.json';
  const parts = [
    readFileSync(installed),
    readFileSync(fileURLToPath(import.meta.url)),
    process.version,
    process.arch,
    ...packages,
  ];
  return parts
    .reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);
};

/** Written beside and renamed: whoever reads the file meanwhile, reads it whole. */
const keep = (file, content) => {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
};

const bundlePackages = (file, packages) => {
  const fresh = `${file}.${process.pid}`;
  const modules = packages.map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(path)})`);
  bundle(
    [
      `--outfile=${fresh}`,
      '--minify-whitespace',
      '--minify-syntax',
      // packages that are only ECMAScript modules have nothing under `require`
      '--conditions=import',
      '--log-override:require-resolve-not-external=silent',
      ...unbundled.map((name) => `--external:${name}`),
    ],
    `module.exports = {${modules.join(',')}};`,
  );
  renameSync(fresh, file);
  const outdated = readdirSync(cache).filter(
    (name) => name.startsWith('packages-') && !name.startsWith(basename(file)),
  );
  outdated.forEach((name) => rmSync(join(cache, name), { force: true }));
};

/** The packages, each loaded when it is first asked for, and a function that keeps V8's work for the next run. */
const loadPackages = (packages) => {
  const file = join(cache, `packages-${keyOf(packages)}.js`);
  const codeFile = `${file}.code`;
  if (!existsSync(file)) bundlePackages(file, packages);
  const text = readFileSync(file, 'latin1'); // esbuild writes ASCII
  const cachedData = existsSync(codeFile) ? readFileSync(codeFile) : undefined;
  const script = new vm.Script(`(function (require, module) {${text}\n})`, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(require, module);
  const kept = cachedData !== undefined && !script.cachedDataRejected;
  return { modules: module.exports, keepCode: () => kept || keep(codeFile, script.createCachedData()) };
};

/** The stack with the places in our sources instead of those in their bundle, and without those in this file and in Node. */
const sourceStack = (stack, file) => {
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const mapped = stack.replaceAll(/\(?([^\s(]+):(\d+):(\d+)\)?/g, (place, path, line, column) => {
    const { originalSource, originalLine, originalColumn } =
      path === file ? map.findEntry(line - 1, column - 1) : {};
    if (originalSource === undefined) return place;
    return `(${relative('', resolve(dirname(file), originalSource))}:${originalLine + 1}:${originalColumn + 1})`;
  });
  return mapped
    .split('\n')
    .filter((line) => !/^ +at .*(synth\/run\.mjs|node:)/.test(line))
    .join('\n');
};

mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'run-'));
try {
  const { file, text, packages } = bundleSources(folder);
  const { modules, keepCode } = loadPackages(packages);
  const load = (path) => (Object.hasOwn(modules, path) ? modules[path]() : require(path));
  const module = { exports: {} };
  try {
    vm.compileFunction(text, ['require', 'module', 'exports'], { filename: file })(
      load,
      module,
      module.exports,
    );
  } catch (error) {
    console.error(error instanceof Error ? sourceStack(error.stack ?? error.message, file) : error);
    process.exitCode = 1;
  }
  keepCode();
} catch (error) {
  // esbuild has said what is wrong
  if (error?.status === undefined) throw error;
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
