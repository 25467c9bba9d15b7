// Runs what the sources of an estate say, as fast as it can be: `cheomseong synth` runs hundreds of times a day.
//
// Sources are bundled at every run, so they are never stale; the packages they import are bundled once for each installation. What goes
// wrong in sources is shown with its place in TypeScript. Types are checked of what is synthesized, beside it.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { bundleSources, Unbundled } from './bundle.mjs';
import { circlesOf } from './circles.mjs';
import { modulesOf } from './modules.mjs';
import { loadPackages } from './packages.mjs';
import { cacheOf, circleText, folderIn, loader, outsideOf, programOf } from './program.mjs';
import { kept, own } from './setting.cjs';
import { tellSources, thrownText } from './stack.mjs';
import { typeFaults } from './types.mjs';

const require = createRequire(import.meta.url);

const refuse = (said, code) => {
  console.error(said);
  return code;
};

/** Runs `node FILE` for a file in TypeScript that is of the library's own: all that it imports is one script. */
export const runFile = async (file) => {
  const cache = kept('synth', basename(file, '.ts'));
  const folder = folderIn(cache);
  tellSources();
  try {
    const { script, imports, packages } = await bundleSources({ file }, folder);
    const circles = circlesOf(imports);
    if (circles.length > 0) return refuse(circles.map(circleText).join('\n'), 1);
    const { modules, keepCode } = await loadPackages(packages, cache);
    const load = (path) => (Object.hasOwn(modules, path) ? modules[path]() : require(path));
    const text = readFileSync(script, 'utf8');
    const body = vm.compileFunction(text, ['require', 'module', 'exports'], { filename: script });
    const module = { exports: {} };
    body(load, module, module.exports);
    keepCode();
    return undefined;
  } catch (error) {
    return refuse(error instanceof Unbundled ? error.message : thrownText(error), 1);
  }
};

/**
 * Runs the command with the files that it is given: `{ main: 'main.ts' }`. Resolves to the exit code. Without any it needs nothing of the
 * folder that it runs in, where the product may not even be installed, and leaves nothing there.
 *
 * @param part The part of the library that has the command: `command/files` knows no estates, and is loaded ten times as fast.
 */
export const runCommand = async (args, surface, files, given = {}, part = 'public/command') => {
  const names = Object.keys(files);
  const isAlone = names.length === 0;
  if (isAlone) {
    const built = join(own, `lib/${part}.js`);
    if (!existsSync(join(own, 'src')))
      return (await import(pathToFileURL(built).href)).command(args, surface, given);
    process.chdir(own);
  }
  const library = isAlone ? 'src' : given.library;
  const word = part === 'public/command' ? 'cheomseong/command' : part;
  const cache = cacheOf('command', isAlone ? [basename(part)] : names);
  const run = folderIn(cache);
  try {
    if (isAlone) {
      const { load, circles, keepCode } = await outsideOf(library, 'command', [], { cache, run });
      if (circles.length > 0) return refuse(circles.map(circleText).join('\n'), 2);
      const { command } = load(word);
      keepCode();
      return await command(args, surface, given);
    }
    const modules = {};
    let sumOfSources;
    for (const [name, file] of Object.entries(files)) {
      const program = await programOf(file, {
        library,
        run,
        outsideFor: loader(library, 'command', { cache, run }),
      });
      if (program.circles.length > 0) return refuse(program.circles.map(circleText).join('\n'), 2);
      modules.command = program.load(word).command;
      modules[name] = modulesOf(program.estate, program.load).exportsOf(file);
      program.keepCode();
      sumOfSources = program.sum;
    }
    const { command, ...exported } = modules;
    return await command(args, surface, { ...given, ...exported, sumOfSources });
  } catch (error) {
    return refuse(error instanceof Unbundled ? error.message : thrownText(error), 2);
  }
};

/** What comes of a file that was written for a trial, from the folder of the estate; what keeps it from being run is told, not thrown. */
export const runTrial = (root, library) => async (file) => {
  process.chdir(root);
  const cache = cacheOf('outcomeOf', ['main']);
  const outcome = async () => {
    try {
      const run = folderIn(cache);
      const outsideFor = loader(library, 'command', { cache, run });
      const { load, estate, circles, keepCode } = await programOf(file, { library, run, outsideFor });
      if (circles.length > 0) return { broken: circles.map(circleText).join('\n') };
      const { outcomeOf } = load('cheomseong/command');
      const main = modulesOf(estate, load).exportsOf(file);
      keepCode();
      return { outcome: await outcomeOf(main) };
    } catch (error) {
      return { broken: error instanceof Unbundled ? error.message : thrownText(error) };
    }
  };
  const [made, types] = await Promise.all([outcome(), typeFaults(file, 'trial')]);
  return { ...made, types };
};
