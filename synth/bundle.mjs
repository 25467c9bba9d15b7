import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
/** The program itself: loading esbuild's JavaScript takes five times as long as bundling. */
const esbuild = join(dirname(require.resolve('esbuild/package.json')), 'bin/esbuild');

/** Makes one script of what is imported from a file, or from `input`. Throws when esbuild refuses, which it explains itself. */
export const bundle = (options, input) => {
  execFileSync(
    esbuild,
    ['--bundle', '--platform=node', '--format=cjs', '--target=node20', '--log-level=warning', ...options],
    { input, stdio: [input === undefined ? 'ignore' : 'pipe', 'inherit', 'inherit'] },
  );
};

/**
 * Our own sources as one script: where it is, with its source map beside it, its text, and the packages that it requires.
 * Packages are imported by the names they export; a default import would get the whole of a package that is ECMAScript only.
 */
export const bundleSources = (entry, folder) => {
  const file = join(folder, 'sources.js');
  const metafile = join(folder, 'meta.json');
  bundle([
    entry,
    `--outfile=${file}`,
    `--metafile=${metafile}`,
    '--packages=external',
    '--sourcemap=external',
    '--supported:dynamic-import=false',
    // Sources ask for it only to require a package when they need it: from the root any package is found.
    `--define:import.meta.url=${JSON.stringify(pathToFileURL(join(process.cwd(), 'package.json')).href)}`,
  ]);
  const { inputs } = JSON.parse(readFileSync(metafile, 'utf8'));
  const imports = Object.values(inputs).flatMap((source) => source.imports.filter((one) => one.external));
  const packages = [...new Set(imports.map(({ path }) => path))].filter((path) => !isBuiltin(path)).sort();
  return { file, text: readFileSync(file, 'utf8'), packages };
};
