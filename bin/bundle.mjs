import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
/**
 * The program itself, which esbuild publishes for each platform: loading its JavaScript takes five times as long as bundling, and its
 * package has a script to be run at installation, which these have not.
 */
const esbuildOf = (platform) => {
  const program = process.platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild';
  try {
    return require.resolve(`@esbuild/${platform}/${program}`);
  } catch (cause) {
    const why = `@esbuild/${platform} is not installed; install again, without --omit=optional`;
    throw new Error(why, { cause });
  }
};
const esbuild = esbuildOf(`${process.platform}-${process.arch}`);

const colour = /\x1b\[[\d;]*m/g;
const refused = /\[ERROR\] (.+)\n\n +(\S+):(\d+):(\d+):/g;

/** esbuild refuses what it was given, and explains it itself. */
export class Unbundled extends Error {
  /** What it refuses, where it says of which file. */
  get faults() {
    const found = [...this.message.replaceAll(colour, '').matchAll(refused)];
    return found.map(([, text, file, line, column]) => ({
      file,
      place: `${file}:${line}:${Number(column) + 1}`,
      text,
    }));
  }
}

/** What is common to all: scripts that Node's own `require` would run. */
const common = ['--platform=node', '--format=cjs', '--target=node20', '--log-level=warning', '--log-limit=0'];

/**
 * Runs esbuild, beside whatever else there is to do.
 *
 * @throws Unbundled with what esbuild says, where it refuses.
 */
const build = async (options, input) => {
  const coloured = `--color=${process.stderr.isTTY ?? false}`;
  const child = spawn(esbuild, [...common, coloured, ...options], { stdio: ['pipe', 'inherit', 'pipe'] });
  const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  child.stdin.end(input);
  const [status, said] = await Promise.all([ended, text(child.stderr)]);
  if (status !== 0) throw new Unbundled(said.trimEnd());
  process.stderr.write(said);
};

/** Makes one script of what is imported from a file, or from `input`. */
export const bundle = (options, input) => build(['--bundle', ...options], input);

/** A source map beside each script tells its places. */
const mapped = '--sourcemap=external';

/** How our own sources become scripts. */
const sources = () => [
  '--supported:dynamic-import=false',
  // Sources ask for it only to require a package when they need it: from the root any package is found.
  `--define:import.meta.url=${JSON.stringify(pathToFileURL(join(process.cwd(), 'package.json')).href)}`,
];

/** How a file may be imported by another: by its own ending, by that of JavaScript, by none. */
const writtenIn = (source, file) => {
  const path = relative(dirname(source), file);
  const whole = path.startsWith('.') ? path : `./${path}`;
  return [whole, whole.replace(/ts$/, 'js'), whole.replace(/\.m?ts$/, '')];
};

/** What esbuild told of a bundle: the files that each imports by the path that it writes, and what is required from outside. */
const told = (metafile, folder, unreadable) => {
  const inputs = Object.entries(JSON.parse(readFileSync(metafile, 'utf8')).inputs);
  /** What is left out is named from where the script is; where it is imported by its own name, from where it is imported. */
  const leftOut = (source, { path }) =>
    unreadable.find((file) =>
      [folder, dirname(source)].some((from) => resolve(from, path) === resolve(file)),
    );
  const own = (source, one) => {
    if (!one.external) return [[one.original, one.path]];
    const file = leftOut(source, one);
    return file === undefined ? [] : writtenIn(source, file).map((path) => [path, file]);
  };
  const imports = new Map(
    inputs.map(([source, { imports: all }]) => [source, new Map(all.flatMap((one) => own(source, one)))]),
  );
  const outside = inputs.flatMap(([source, { imports: all }]) =>
    all.filter((one) => one.external && leftOut(source, one) === undefined),
  );
  const packages = [...new Set(outside.map(({ path }) => path))].filter((path) => !isBuiltin(path)).sort();
  return { imports, packages };
};

/**
 * Our own sources as one script: where it is, the files that each of them imports, by the path that it writes, and the packages that are
 * required. Packages are imported by the names they export; a default import would get the whole of a package that is ECMAScript only.
 *
 * @param entry A file, or the text of one.
 * @param unreadable Files that are left out, which whoever imports them imports all the same.
 * @param more Other options of esbuild.
 * @param outside What is required from outside though a file of ours has it.
 * @param isRun Whether the script is run, and so has a source map beside it; else only what imports what is asked.
 */
export const bundleSources = async (
  entry,
  folder,
  { unreadable = [], outside = [], more = [], isRun = true } = {},
) => {
  const script = join(folder, 'sources.js');
  const metafile = join(folder, 'meta.json');
  await bundle(
    [
      ...(entry.file === undefined ? [] : [entry.file]),
      `--outfile=${script}`,
      `--metafile=${metafile}`,
      '--packages=external',
      ...more,
      ...[...unreadable.map((file) => `./${file}`), ...outside].map((path) => `--external:${path}`),
      ...(isRun ? [mapped] : []),
      ...sources(),
    ],
    entry.text,
  );
  return { script, ...told(metafile, folder, unreadable) };
};

/** Where below a folder the script of a source is; those of a folder above the estate's stand in one of theirs. */
export const scriptOf = (file, folder) => join(folder, `${file.replaceAll('../', '_/')}.js`);

/** Each of our own sources as a script of its own: see `scriptOf`. */
export const separateSources = (files, folder) =>
  build([
    ...files.map((file) => `${scriptOf(file, '').slice(0, -3)}=${file}`),
    `--outdir=${folder}`,
    mapped,
    ...sources(),
  ]);
