// The packages that our sources import, as one script with the machine code that V8 made of it: loading them file by file
// takes longer than all the rest. They are bundled again when the installation, Node or the set of packages is another.
// Delete the cache after changing something in node_modules by hand.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle, Unbundled } from './bundle.mjs';
import { runScript, scriptText } from './script.mjs';
import { installation, own } from './setting.cjs';

const require = createRequire(import.meta.url);

/** What stands for a package that takes long to load, and is hardly ever asked: by it the models of Kubernetes check some patterns. */
const later = { 're2-wasm': join(own, 'bin/re2.mjs') };

const sumOf = (parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
};

/** All that a bundle depends on beside the packages that are in it, as a name. */
const installed = () => {
  const ourselves = [
    ...[fileURLToPath(import.meta.url), join(own, 'bin/script.mjs')],
    ...Object.values(later),
  ];
  return sumOf([
    ...[...installation(), ...ourselves].map((file) => readFileSync(file)),
    process.version,
    process.arch,
  ]);
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

/** What a module exports is gathered when it is first required: a fleet requires two thousand words for each file. */
export const once = 'const once = (make) => { let made; return () => made ??= make(); };';

/** Bundled beside and renamed: whoever reads the file meanwhile, reads it whole. */
const bundlePackages = async (file, packages) => {
  const fresh = `${file}.${process.pid}`;
  const modules = packages.map(JSON.stringify).map((path) => `${path}: once(() => require(${path}))`);
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
      ...Object.entries(later).map(([name, file]) => `--alias:${name}=${file}`),
    ],
    `${once} module.exports = {${modules.join(',')}};`,
  );
  writeFileSync(fresh, scriptText(readFileSync(fresh, 'utf8')));
  renameSync(fresh, file);
};

/** So many sets of packages are kept: that of the estate, which all words of the command share, and those of words that need less. */
const most = 5;

/** Takes away what was bundled of another installation, or before the last few sets. */
const forget = (folder, ofThis) => {
  const made = readdirSync(folder).filter((name) => /^packages-.*\.js$/.test(name));
  const times = new Map(
    made.map((name) => [name, statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0]),
  );
  const kept = made
    .filter((name) => name.startsWith(ofThis))
    .sort((a, b) => times.get(b) - times.get(a))
    .slice(0, most);
  for (const name of made) if (!kept.includes(name)) rmSync(join(folder, name), { force: true });
};

/** Takes away what V8 made for a word of packages that are there no more: those of earlier releases stood beside it. */
const forgetCode = (cache, folder) => {
  const isOfKept = (name) => name.endsWith('.code') && existsSync(join(folder, name.replace(/\.code$/, '')));
  for (const name of readdirSync(cache).filter((each) => /^packages-.*\.(js|code)$/.test(each)))
    if (!isOfKept(name)) rmSync(join(cache, name), { force: true });
};

/**
 * The packages by name, each loaded when it is first asked for, and what keeps V8's work on them for the next run. They are one file for
 * all words of the command, which need the same of them; of that V8 has ready for each what it runs.
 *
 * @param cache The folder of a word of the command, beside those of the others.
 */
export const loadPackages = async (packages, cache) => {
  const folder = join(dirname(cache), 'packages');
  const ofThis = `packages-${installed()}-`;
  const name = `${ofThis}${sumOf(packages)}.js`;
  const [file, codeFile] = [join(folder, name), join(cache, `${name}.code`)];
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    await bundlePackages(file, packages).catch((error) => {
      throw notInstalled(error);
    });
    forget(folder, ofThis);
  }
  const { exported, isKept, keepCode: keep } = runScript(file, codeFile, require);
  const keepCode = () => {
    if (isKept) return;
    keep();
    forgetCode(cache, folder);
  };
  return { modules: exported, keepCode };
};
