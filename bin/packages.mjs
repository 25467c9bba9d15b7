// The packages that our sources import, as one script with the machine code that V8 made of it: loading them file by file
// takes longer than all the rest. They are bundled again when the installation, Node or the set of packages is another.
// Delete the cache after changing something in node_modules by hand.
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { bundle, Unbundled } from './bundle.mjs';
import { installation, own } from './setting.mjs';

const require = createRequire(import.meta.url);

/** These read files that lie beside them, so they are left where they are: by it the models of Kubernetes check patterns. */
const unbundled = ['re2-wasm'];

/** All that the bundle depends on, as a name. */
const keyOf = (packages) => {
  const ourselves = readFileSync(fileURLToPath(import.meta.url));
  const hash = createHash('sha256');
  for (const part of [
    ...installation().map((file) => readFileSync(file)),
    ourselves,
    process.version,
    process.arch,
    ...packages,
  ])
    hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
};

const unresolved = /Could not resolve "([^"]+)"/g;

/** What is not installed, as a sentence: esbuild would tell of it where nobody wrote it. */
const notInstalled = (error) => {
  const names =
    error instanceof Unbundled ? [...error.message.matchAll(unresolved)].map(([, name]) => name) : [];
  if (names.length === 0) return error;
  const are = names.length === 1 ? 'is' : 'are';
  return new Unbundled(`${names.join(', ')} ${are} imported, and not installed: npm install`);
};

/** Bundled beside and renamed: whoever reads the file meanwhile, reads it whole. */
const bundlePackages = async (file, packages, cache) => {
  const fresh = `${file}.${process.pid}`;
  const modules = packages.map(JSON.stringify).map((path) => `${path}: () => require(${path})`);
  await bundle(
    [
      `--outfile=${fresh}`,
      '--minify-whitespace',
      '--minify-syntax',
      // packages that are only ECMAScript modules have nothing under `require`
      '--conditions=import',
      // the package that is meant, not Node's deprecated module of that name
      '--alias:punycode=punycode/punycode.js',
      // what the product itself loads only when it needs it, it finds from its own folder
      `--define:import.meta.url=${JSON.stringify(pathToFileURL(join(own, 'package.json')).href)}`,
      ...unbundled.map((name) => `--external:${name}`),
    ],
    `module.exports = {${modules.join(',')}};`,
  );
  const earlier = readdirSync(cache).filter((name) => /^packages-.*\.(js|code)$/.test(name));
  for (const name of earlier) if (name !== basename(file)) rmSync(join(cache, name), { force: true });
  renameSync(fresh, file);
};

/** The packages by name, each loaded when it is first asked for, and what keeps V8's work on them for the next run. */
export const loadPackages = async (packages, cache) => {
  const file = join(cache, `packages-${keyOf(packages)}.js`);
  const codeFile = `${file}.code`;
  if (!existsSync(file))
    await bundlePackages(file, packages, cache).catch((error) => {
      throw notInstalled(error);
    });
  const written = readFileSync(file);
  // esbuild writes ASCII where it can, which is read in half the time: not in regular expressions
  const text = written.toString(isAscii(written) ? 'latin1' : 'utf8');
  const cachedData = existsSync(codeFile) ? readFileSync(codeFile) : undefined;
  const script = new vm.Script(`(function (require, module) {${text}\n})`, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(require, module);
  const keepCode = () => {
    if (cachedData !== undefined && !script.cachedDataRejected) return;
    writeFileSync(`${codeFile}.${process.pid}`, script.createCachedData());
    renameSync(`${codeFile}.${process.pid}`, codeFile);
  };
  return { modules: module.exports, keepCode };
};
