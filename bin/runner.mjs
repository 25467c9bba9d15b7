// Runs what the sources of an estate say, as fast as it can be: `cheomseong synth` runs hundreds of times a day.
//
// Sources are bundled at every run, so they are never stale; the packages they import are bundled once for each installation. What goes
// wrong in sources is shown with its place in TypeScript. Types are checked of what is synthesized, beside it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { runApart } from './apart.mjs';
import { bundleSources, Unbundled } from './bundle.mjs';
import { circlesOf } from './circles.mjs';
import { readEstate } from './estate.mjs';
import { leftBehind } from './left-behind.mjs';
import { readLibrary, runLibrary } from './library.mjs';
import { modulesOf } from './modules.mjs';
import { loadPackages } from './packages.mjs';
import { remember } from './remember.mjs';
import { watching } from './seen.mjs';
import { kept, own } from './setting.cjs';
import { tellSources, thrownText } from './stack.mjs';
import { typeFaults } from './types.mjs';

const require = createRequire(import.meta.url);

const refuse = (said, code) => {
  console.error(said);
  return code;
};

/** A folder of this run alone, which goes with it. */
const folderIn = (cache) => {
  mkdirSync(cache, { recursive: true });
  for (const name of leftBehind(cache, 'run-')) rmSync(join(cache, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(cache, `run-${process.pid}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const circleText = (way) =>
  `files import each other in a circle: ${way.join(' → ')}; put what both need into a file of its own`;

/** Where V8's work for a word of the command is kept. */
const cacheOf = (word, names) => {
  const cache = kept('synth', [word, ...names].join('-'));
  mkdirSync(cache, { recursive: true });
  return cache;
};

/**
 * What is required from outside an estate: the library, from its own sources where it runs from them, and packages, of the estate and of the
 * library.
 *
 * @param part What of the library runs the command: `synthesis`, or `command` for all else.
 * @param wanted Packages that the estate requires.
 */
const outsideOf = async (library, part, wanted, { cache, run, required = require }) => {
  const own = library === undefined ? undefined : await readLibrary(library, part, run);
  const names = [...new Set([...wanted, ...(own?.packages ?? [`cheomseong/${part}`])])];
  const packages = await loadPackages(
    names.filter((name) => own === undefined || !isLibrary(name)).sort(),
    cache,
  );
  const plain = (path) => (Object.hasOwn(packages.modules, path) ? packages.modules[path]() : required(path));
  const words = own && runLibrary(own, cache, plain);
  const load = (path) =>
    words !== undefined && Object.hasOwn(words.modules, path) ? words.modules[path]() : plain(path);
  const keepCode = () => {
    packages.keepCode();
    words?.keepCode();
  };
  return { load, keepCode, circles: own?.circles ?? [], script: own?.script, signs: own?.files ?? [] };
};

const isLibrary = (name) => name === 'cheomseong' || name.startsWith('cheomseong/');

/** An estate's file, ready to be run: its modules by their files, what it requires from outside, and the circles in which files import each other. */
const programOf = async (file, { library, part, unreadable, ...setting }) => {
  // what is thrown at any time is shown with its place, which the source map tells
  tellSources();
  const estate = await readEstate(file, setting.run, {
    ...(unreadable && { unreadable }),
    outside: library === undefined ? [] : ['cheomseong', 'cheomseong/*'],
  });
  const outside = await outsideOf(library, part, estate.packages, setting);
  const scripts = Object.values(estate.scripts).map(({ script }) => script);
  const sum = () =>
    createHash('sha256')
      .update([outside.script, ...scripts].join('\n'))
      .digest('hex');
  const circles = [...outside.circles, ...estate.circles];
  const signs = [...estate.signs, ...outside.signs];
  return {
    ...outside,
    circles,
    signs,
    imports: estate.imports,
    exportsOf: modulesOf(estate, outside.load),
    sum,
  };
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
      const program = await programOf(file, { library, part: 'command', cache, run });
      if (program.circles.length > 0) return refuse(program.circles.map(circleText).join('\n'), 2);
      modules.command = program.load(word).command;
      modules[name] = program.exportsOf(file);
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
      const { load, exportsOf, circles, keepCode } = await programOf(file, {
        ...{ library, part: 'command', cache, run: folderIn(cache) },
      });
      if (circles.length > 0) return { broken: circles.map(circleText).join('\n') };
      const { outcomeOf } = load('cheomseong/command');
      const main = exportsOf(file);
      keepCode();
      return { outcome: await outcomeOf(main) };
    } catch (error) {
      return { broken: error instanceof Unbundled ? error.message : thrownText(error) };
    }
  };
  const [made, types] = await Promise.all([outcome(), typeFaults(file, 'trial')]);
  return { ...made, types };
};

/** Synthesizes what `main` exports, and checks its types beside it. Resolves to the exit code. */
export const runSynthesis = async (args, surface, { main, library }) => {
  const began = Date.now();
  const cache = cacheOf('synthesis', ['main']);
  const folder = folderIn(cache);
  const seen = watching(require);
  let sources;
  const standing = (all) => sources && remember(args, all, { began, sources, seen });
  const given = (more) => ({ library, mainFile: main, standing, ...more });
  const program = (unreadable) =>
    programOf(main, { library, part: 'synthesis', unreadable, cache, run: folder, required: seen.load });

  /**
   * The synthesis of an estate of which something cannot be had, and so only tells what is wrong.
   *
   * @throws what the whole threw, where nothing of it does that.
   */
  const apart = async ({ imports, circles, load }, { unreadable = [], cause } = {}) => {
    const absent = [...circles.flat(), ...unreadable.map(({ file }) => file)];
    const { made, thrown } = await runApart({ imports, absent, main, load, folder: join(folder, 'apart') });
    const unread = unreadable.map(({ place, text }) => ({ file: place, error: new SyntaxError(text) }));
    if (circles.length + unread.length + thrown.length === 0) throw cause;
    return load('cheomseong/synthesis').synthesis(
      args,
      surface,
      given({ main: made.get(main), circles, thrown: [...unread, ...thrown] }),
    );
  };

  const synthesized = async () => {
    const { load, exportsOf, keepCode, signs, ...rest } = await program();
    if (rest.circles.length > 0) return apart({ load, ...rest });
    try {
      const { synthesis } = load('cheomseong/synthesis');
      const publish = seen.within(() => synthesis(args, surface, given({ main: exportsOf(main) })));
      keepCode();
      sources = signs;
      return publish;
    } catch (cause) {
      return apart({ load, ...rest }, { cause });
    }
  };

  /** The synthesis without the files that cannot be bundled; where `main` or the library cannot, only these are told. */
  const unbundled = async (error) => {
    if (!(error instanceof Unbundled)) throw error;
    const { faults } = error;
    const files = [...new Set(faults.map(({ file }) => file))];
    const isTold = (file) => file !== main && (library === undefined || !file.startsWith(`${library}/`));
    if (files.length > 0 && files.every(isTold)) return apart(await program(files), { unreadable: faults });
    return (types) =>
      refuse(
        [...types.map(({ place, text }) => `${place}: ${text}`), error.message, 'Nothing was written.'].join(
          '\n',
        ),
        1,
      );
  };

  try {
    const [publish, types] = await Promise.all([synthesized().catch(unbundled), typeFaults(main)]);
    return publish(types);
  } catch (error) {
    return refuse(error instanceof Unbundled ? error.message : thrownText(error), 1);
  }
};
