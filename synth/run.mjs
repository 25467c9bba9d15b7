// Runs synth/estate/run.ts, or the program that is named, as fast as it can be: `npm run synth` runs hundreds of times a day.
//
// Our own sources are bundled at every run, so they are never stale; the packages they import are bundled once for each
// installation. What goes wrong in our sources is shown with its place in TypeScript.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { bundleSources } from './bundle.mjs';
import { leftBehind } from './left-behind.mjs';
import { loadPackages } from './packages.mjs';

const entry = resolve(process.argv[2] ?? 'synth/estate/run.ts');
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const cache = resolve('.cache/synth', basename(entry, '.ts'));
const require = createRequire(import.meta.url);

mkdirSync(cache, { recursive: true });
for (const name of leftBehind(cache, 'run-')) rmSync(join(cache, name), { recursive: true, force: true });
const folder = mkdtempSync(join(cache, `run-${process.pid}-`));
try {
  const { file, text, packages } = bundleSources(entry, folder);
  const { modules, keepCode } = loadPackages(packages, cache);
  const load = (path) => (Object.hasOwn(modules, path) ? modules[path]() : require(path));
  const module = { exports: {} };
  const run = vm.compileFunction(text, ['require', 'module', 'exports'], { filename: file });
  try {
    run(load, module, module.exports);
  } catch (error) {
    const { sourceStack } = await import('./stack.mjs');
    console.error(error instanceof Error ? sourceStack(error, file) : error);
    process.exitCode = 1;
  }
  keepCode();
} catch (error) {
  // esbuild has already said what is wrong, and exited with a status of its own
  if (error?.status === undefined) throw error;
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
